"""A real SMTP server for one test: STARTTLS demanded, then AUTH; the mail it takes is written to a file.

python3 smtp_server.py CERTIFICATE KEY MAIL    prints its port when it listens, ends when its input does.
"""
import socket
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

certificate, key, mail = sys.argv[1:4]
tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
tls.load_cert_chain(certificate, key)


def check(server, session, envelope, mechanism, data):
    right = isinstance(data, LoginPassword) and data.login == b"portal" and data.password == "ひみつ".encode()
    return AuthResult(success=right, handled=False)


class Handler:
    # .NET says «AUTH login»; aiosmtpd looks the mechanism up as it was written.
    async def auth_login(self, server, args):
        return await server.auth_LOGIN(server, args)

    async def handle_DATA(self, server, session, envelope):
        with open(mail, "wb") as file:
            file.write(envelope.content)
        return "250 taken"


with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
controller = Controller(Handler(), hostname="127.0.0.1", port=port, ready_timeout=60, tls_context=tls, require_starttls=True,
                        auth_required=True, authenticator=check, auth_require_tls=True, server_hostname="localhost")
controller.start()
print(port, flush=True)
sys.stdin.read()
controller.stop()
