"""Two hosts on one machine, 50 ms apart: moves packets between two TUN devices and notes each one."""
import fcntl, heapq, os, select, struct, subprocess, sys, time

DELAY = 0.05

def open_tun(name: str, space: str, address: str) -> int:
    fd = os.open('/dev/net/tun', os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(fd, 0x400454CA, struct.pack('16sH', name.encode(), 0x1001))  # TUNSETIFF, IFF_TUN | IFF_NO_PI
    for command in (f'ip link set {name} netns {space}', f'ip -n {space} addr add {address}/24 dev {name}',
                    f'ip -n {space} link set {name} up'):
        subprocess.run(command.split(), check=True)
    return fd

def describe(packet: bytes) -> str:
    tcp = packet[(packet[0] & 15) * 4:]
    payload = len(tcp) - (tcp[12] >> 4) * 4
    source, _, seq, ack = struct.unpack('!HHII', tcp[:12])
    flags = ''.join(name for bit, name in ((2, 'S'), (1, 'F'), (8, 'P'), (16, '.')) if tcp[13] & bit)
    return f'{source},{seq},{ack},{flags},{payload}'

subprocess.run('ip netns del sa; ip netns del sb', shell=True, stderr=subprocess.DEVNULL)
for space in ('sa', 'sb'): subprocess.run(['ip', 'netns', 'add', space], check=True)
a, b = open_tun('tuna', 'sa', '10.9.0.1'), open_tun('tunb', 'sb', '10.9.0.2')
queue, number = [], 0
start = time.monotonic()
server = subprocess.Popen(['ip', 'netns', 'exec', 'sb', sys.executable, 'serve.py'])
time.sleep(0.5)
client = subprocess.Popen(['ip', 'netns', 'exec', 'sa', sys.executable, 'fetch.py'])
trace = open('trace.csv', 'w')
print('seconds,from,source,seq,ack,flags,payload', file=trace)
end = time.monotonic() + 8
while time.monotonic() < end:
    now = time.monotonic()
    while queue and queue[0][0] <= now:
        _, _, to, packet = heapq.heappop(queue)
        try: os.write(to, packet)
        except OSError: pass
    wait = max(0, min((queue[0][0] - now) if queue else 0.1, 0.1))
    for fd in select.select([a, b], [], [], wait)[0]:
        for _ in range(64):
            try: packet = os.read(fd, 65535)
            except BlockingIOError: break
            now = time.monotonic()
            if packet[0] >> 4 == 4 and packet[9] == 6:
                print(f'{now - start:.6f},{"client" if fd == a else "server"},{describe(packet)}', file=trace)
            number += 1
            heapq.heappush(queue, (now + DELAY, number, b if fd == a else a, packet))
server.terminate(); client.wait()
trace.close()
