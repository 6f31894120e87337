// Which page somebody has a say about: the query names it, and every way to write is given its address.
// Only a page of this site counts: what else a query says is left alone.

const home = new URL(document.querySelector(".brand").href);
const root = home.pathname.replace(/[^/]+\/$/, "");
const asked = new URLSearchParams(location.search).get("page") ?? "";
const about = asked.startsWith("/") ? new URL(asked, location.origin) : null;

if (about && about.origin === location.origin && about.pathname.startsWith(root)) tell(about.origin + about.pathname);

function tell(address) {
  const said = document.querySelector("[data-about]");
  said.textContent = said.dataset.about.replace("{page}", address);
  said.hidden = false;
  const field = document.querySelector("#page");
  if (field) field.value = address;
  for (const link of document.querySelectorAll("[data-fill]")) {
    link.href += `${link.href.includes("?") ? "&" : "?"}${link.dataset.fill}=${encodeURIComponent(address)}`;
  }
}
