import socket, time
start = time.monotonic()
with socket.create_connection(('10.9.0.2', 80)) as connection:
    connection.sendall(b'GET')
    size = 0
    while data := connection.recv(65536): size += len(data)
print(size, 'bytes in', round(time.monotonic() - start, 3), 's')
