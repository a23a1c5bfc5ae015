"""A real SMTP server (aiosmtpd) that is told by lines of JSON what to refuse, and tells by lines what it took."""
import asyncio
import json
import ssl
import sys
import threading

from aiosmtpd.smtp import SMTP, AuthResult

settings = json.loads(sys.argv[1])
faults = {}
lock = threading.Lock()


def say(event):
    with lock:
        sys.stdout.write(json.dumps(event) + "\n")
        sys.stdout.flush()


def fault(step):
    with lock:
        waiting = faults.get(step, [])
        return waiting.pop(0) if waiting else None


class Handler:
    async def handle_MAIL(self, server, session, envelope, address, options):
        refusal = fault("mail")
        if refusal:
            return refusal
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        refusal = fault("rcpt " + address) or fault("rcpt")
        if refusal:
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        refusal = fault("data")
        letter = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "message": envelope.content.decode("latin1"),
            "isEncrypted": server.transport.get_extra_info("sslcontext") is not None,
            "isLoggedIn": bool(session.authenticated),
        }
        if refusal == "hang":
            say({"hanging": letter})
            await asyncio.sleep(3600)
        if refusal == "swallow":
            # Taken, but whoever sent it never learns it.
            say({"took": letter})
            server.transport.abort()
            return "250 OK"
        if refusal:
            return refusal
        say({"took": letter})
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    wanted = settings["login"]
    good = data.login.decode() == wanted["user"] and data.password.decode() == wanted["password"]
    return AuthResult(success=good, handled=good)


tls = None
if settings.get("certificate"):
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(settings["certificate"], settings["key"])
login = settings.get("login")
starttls = {"tls_context": tls, "require_starttls": True} if tls and not settings["isImplicit"] else {}


def serve():
    return SMTP(
        Handler(),
        hostname="mail.test",
        enable_SMTPUTF8=True,
        authenticator=authenticate if login else None,
        auth_required=bool(login),
        auth_require_tls=not settings["isImplicit"],
        **starttls,
    )


def hear():
    for line in sys.stdin:
        told = json.loads(line)
        with lock:
            faults.setdefault(told["step"], []).extend(told["answers"])
        say({"told": told["step"]})


async def main():
    ssl_context = tls if settings["isImplicit"] else None
    loop = asyncio.get_running_loop()
    server = await loop.create_server(serve, "127.0.0.1", settings["port"], ssl=ssl_context)
    threading.Thread(target=hear, daemon=True).start()
    say({"port": settings["port"]})
    await server.serve_forever()


asyncio.run(main())
