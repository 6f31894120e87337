"""What a page may load and do (Content Security Policy, level 3): in the head of each, and in the headers of hosts."""

from __future__ import annotations

from urllib.parse import urlsplit

#: Nothing but what the site itself has, and no code or style in the page.
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)
#: Of a page that only leads on.
REDIRECT_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'"

#: Of a file for mails, which mail programs want to have its styles on its elements.
MAIL_POLICY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def sending_to(policy: str, form: str) -> str:
    """A policy that also lets the forms of a page send to the host of an address; as it is where there is none."""
    return (
        policy.replace("form-action 'self'", f"form-action 'self' https://{urlsplit(form).netloc}") if form else policy
    )


def framed_by(policy: str, ancestors: str) -> str:
    """A policy that also says which pages may show this one in a frame: browsers take that from a header alone."""
    return f"{policy}; frame-ancestors {ancestors}"
