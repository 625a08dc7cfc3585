// Everything works without this file. It only makes it nicer: filters answer when changed, a form is sent once, errors get focus.
document.addEventListener("DOMContentLoaded", () => {
  document.querySelector("#feil")?.focus();
  for (const form of document.querySelectorAll("form.filters, form.inline")) {
    form.addEventListener("change", (event) => { if (event.target.matches("select")) form.requestSubmit(); });
  }
  for (const form of document.querySelectorAll("form[method=post]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "yes";
      setTimeout(() => delete form.dataset.sent, 5000);
    });
  }
});
// On a narrow screen a timeline opens where it matters: at today.
document.addEventListener("DOMContentLoaded", () => {
  for (const box of document.querySelectorAll(".tl")) {
    const now = box.querySelector(".today");
    if (now) box.scrollLeft = now.getBoundingClientRect().left - box.getBoundingClientRect().left - box.clientWidth * 0.7;
  }
});
