import socket
with socket.create_server(('10.9.0.2', 80)) as listener:
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_CONGESTION, b'cubic')
    connection, _ = listener.accept()
    connection.recv(1000)
    connection.sendall(bytes(1_000_000))
    connection.close()
