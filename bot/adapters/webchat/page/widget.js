"use strict";
// One line on any website: <script src="https://…/chat/widget.js" defer></script>. Opens the chat in a frame of its own.
(() => {
  const script = document.currentScript;
  const base = script.src.replace(/\/widget\.js.*$/, "");
  const origin = new URL(base).origin;
  const label = script.dataset.label || "Stel je vraag";
  const colour = /^#[0-9a-f]{6}$/i.test(script.dataset.colour || "") ? script.dataset.colour : "#17495c";
  const side = script.dataset.side === "left" ? "left" : "right";
  let frame = null;

  const style = (element, rules) => Object.assign(element.style, rules);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-haspopup", "dialog");
  style(button, {
    position: "fixed", bottom: "16px", [side]: "16px", zIndex: "2147483000", minHeight: "48px", padding: "12px 20px",
    border: "2px solid #fff", borderRadius: "28px", background: colour, color: "#fff", font: "600 16px system-ui, sans-serif",
    boxShadow: "0 4px 16px rgba(0,0,0,.3)", cursor: "pointer",
  });

  const box = document.createElement("div");
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", label);
  box.hidden = true;
  const place = () => {
    const phone = window.innerWidth < 480;
    style(box, {
      position: "fixed", zIndex: "2147483000", display: box.hidden ? "none" : "flex", flexDirection: "column",
      bottom: phone ? "0" : "80px", [side]: phone ? "0" : "16px", width: phone ? "100%" : "400px",
      height: phone ? "100%" : "min(640px, calc(100% - 100px))", background: "#fff", borderRadius: phone ? "0" : "16px",
      overflow: "hidden", boxShadow: "0 8px 40px rgba(0,0,0,.35)",
    });
  };

  const close = document.createElement("button");
  close.type = "button";
  close.textContent = script.dataset.close || "Sluiten";
  style(close, {
    alignSelf: "flex-end", minHeight: "44px", margin: "4px", padding: "8px 16px", border: "0", background: "transparent",
    color: "#1b1b1b", font: "600 16px system-ui, sans-serif", cursor: "pointer",
  });

  function show(open) {
    if (open && !frame) {
      frame = document.createElement("iframe");
      frame.title = label;
      frame.src = base;
      frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads");
      frame.referrerPolicy = "no-referrer";
      style(frame, { border: "0", width: "100%", flex: "1" });
      box.append(frame);
    }
    box.hidden = !open;
    place();
    button.setAttribute("aria-expanded", String(open));
    (open ? frame : button).focus();
  }
  button.addEventListener("click", () => show(box.hidden));
  close.addEventListener("click", () => show(false));
  addEventListener("resize", place);
  addEventListener("message", (event) => {
    if (event.origin !== origin || !frame || event.source !== frame.contentWindow) return;
    // Somebody left at once: this page must not show where they were either.
    if (event.data && event.data.steunpunt === "weg") {
      box.remove();
      button.remove();
      location.replace("about:blank");
    }
  });
  box.append(close);
  const start = () => document.body.append(button, box);
  if (document.body) start();
  else addEventListener("DOMContentLoaded", start);
})();
