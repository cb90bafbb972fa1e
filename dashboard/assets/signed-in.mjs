// Says on a server-rendered page who this browser tab is signed in as in the explorer. Without it, or without a
// session, the page keeps saying how to sign in.
const stored = sessionStorage.getItem("hub.session");
const session = stored === null ? null : JSON.parse(stored);
const isCurrent = session !== null && (session.expiresAt === null || session.expiresAt > Date.now());

if (isCurrent) {
  document.querySelector("[data-signed-in-subject]").textContent = session.subject;
  document.querySelector("[data-signed-in-organisation]").textContent = session.organisation;
  document.querySelector("[data-signed-in-role]").textContent = session.role.toLowerCase().replaceAll("_", " ");
  document.querySelector("[data-signed-in]").hidden = false;
  document.querySelector("[data-signed-out]").hidden = true;
}
