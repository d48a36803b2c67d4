"""A web server on 127.0.0.1 that serves the pages beside this file and those put into it, and notes what was
asked for."""
import http.server
import os
import threading

PAGES = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'pages')


class Served:
    """with Served() as site: site.link('kazakhstan.html')"""

    def __init__(self):
        self.asked = []
        self.put = {}  # name: HTML, before the files of that name
        asked, put, files = self.asked, self.put, {}
        self.files = files
        ended = self.ended = threading.Event()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append((self.path, dict(self.headers)))
                if self.path == '/stall':
                    # Headers and a first piece, and then nothing.
                    self.send_response(200)
                    self.send_header('Content-Type', 'text/html')
                    self.end_headers()
                    self.wfile.write(b'<title>Slow</title><p>')
                    self.wfile.flush()
                    ended.wait(60)
                    return
                if self.path == '/picture':
                    self.send_response(200)
                    self.send_header('Content-Type', 'image/png')
                    self.end_headers()
                    self.wfile.write(b'\x89PNG\r\n\x1a\n')
                    return
                name = os.path.basename(self.path)
                path = os.path.join(PAGES, name)
                if name in files:
                    media_type, body = files[name]
                    self.send_response(200)
                    self.send_header('Content-Type', media_type)
                    self.send_header('Content-Length', str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                    return
                if name in put:
                    body = put[name].encode()
                elif os.path.isfile(path):
                    with open(path, 'rb') as f:
                        body = f.read()
                else:
                    self.send_error(404)
                    return
                self.send_response(200)
                self.send_header('Content-Type', 'text/html; charset=utf-8')
                self.send_header('Content-Length', str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                pass

        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)

    def put_bytes(self, name, media_type, body):
        self.files[name] = (media_type, body)

    def link(self, name):
        return f'http://127.0.0.1:{self.server.server_address[1]}/{name}'

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *args):
        self.ended.set()
        self.server.shutdown()
        self.server.server_close()
