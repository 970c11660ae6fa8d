"use strict";
// The chat page. Nothing is kept but in this tab's memory, unless somebody asks for it; nothing is read as HTML.
(() => {
  const $ = (id) => document.getElementById(id);
  const form = $("chat");
  const base = form.dataset.base;
  const words = JSON.parse(form.dataset.words);
  const language = document.documentElement.lang;
  const list = $("messages");
  const box = $("message");
  const REMEMBERED = "v";
  const TAGS = new Set(["p", "b", "i", "u", "s", "code", "pre", "ul", "ol", "li", "a", "br", "blockquote", "h3"]);
  const SAFE = /^(https?:\/\/|tel:|mailto:)/;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const tab = hex(4);
  let open = false;
  let token = recall() || base64(32);
  let count = 0;
  let cursor = 0;
  let gone = false;
  let sending = false;
  let streaming = null;
  let noStream = false;
  let unseen = 0;
  let looking = 0;
  let wakeUp = () => {};
  const queue = [];
  const own = new Map();
  const shown = new Map();

  document.body.classList.remove("plain");
  form.noValidate = true;

  function bytes(length) {
    return crypto.getRandomValues(new Uint8Array(length));
  }
  function hex(length) {
    return Array.from(bytes(length), (b) => b.toString(16).padStart(2, "0")).join("");
  }
  function base64(length) {
    return btoa(String.fromCharCode(...bytes(length))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }
  function recall() {
    try {
      const found = sessionStorage.getItem(REMEMBERED);
      open = Boolean(found);
      return found;
    } catch {
      return null;
    }
  }
  function remember(yes) {
    try {
      if (yes) sessionStorage.setItem(REMEMBERED, token);
      else sessionStorage.removeItem(REMEMBERED);
    } catch { /* A browser that keeps nothing is fine. */ }
  }

  // ---- building -----------------------------------------------------------------------------------------------
  function make(tag, props, ...inside) {
    const found = document.createElement(tag);
    for (const [name, value] of Object.entries(props || {})) {
      if (name === "class") found.className = value;
      else if (name === "on") found.addEventListener("click", value);
      else if (value === true) found.setAttribute(name, "");
      else if (value !== false && value !== undefined) found.setAttribute(name, value);
    }
    found.append(...inside.filter((part) => part !== null && part !== undefined));
    return found;
  }
  function build(nodes) {
    return (nodes || []).map((node) => {
      if (typeof node === "string") return document.createTextNode(node);
      const tag = TAGS.has(node.t) ? node.t : "p";
      const link = tag === "a" && SAFE.test(node.h || "") ? outward(node.h) : {};
      return make(tag, link, ...build(node.c));
    });
  }
  function outward(href) {
    return { href, target: "_blank", rel: "noopener noreferrer" };
  }
  function article(line) {
    const who = ["me", "bot", "staff"].includes(line.from) ? line.from : "bot";
    const found = make("article", { "data-from": who },
      make("p", { class: "who" }, words[who]),
      make("div", { class: "words", dir: "auto" }));
    if (line.pressed) found.classList.add("pressed");
    found.append(make("div", { class: "file" }), make("div", { class: "rows" }), make("p", { class: "note", hidden: true }));
    fill(found, line);
    return found;
  }
  function fill(found, line) {
    if (line.nodes) found.querySelector(".words").replaceChildren(...build(line.nodes));
    if (line.buttons) found.querySelector(".rows").replaceChildren(...line.buttons.map((row) => rowOf(row, line)));
    if (line.file) attach(found.querySelector(".file"), line.file);
    const notes = [line.edited ? words.edited : "", line.reaction || ""].filter(Boolean);
    if (notes.length) note(found, notes.join(" · "));
  }
  function note(found, text) {
    const place = found.querySelector(".note");
    place.textContent = text;
    place.hidden = !text;
  }
  function rowOf(row, line) {
    return make("div", { class: "row" }, ...row.map((button) => {
      const look = { class: button.danger ? "danger" : "" };
      if (button.url) {
        return SAFE.test(button.url) ? make("a", { class: "button", ...outward(button.url) }, button.label) : null;
      }
      const press = () => say({ kind: "press", choice: button.choice, on: line.n || line.of }, button.label);
      return make("button", { type: "button", ...look, on: press }, button.label);
    }));
  }
  async function attach(place, file) {
    if (file.missing) {
      place.replaceChildren(make("p", {}, words.missing));
      return;
    }
    const save = make("button", { type: "button", class: "quiet", on: () => keep(file) },
      words.save.replace("{name}", file.name || words.photo));
    place.replaceChildren(save);
    if (!file.picture) return;
    try {
      const picture = make("img", { alt: words.photo });
      picture.src = URL.createObjectURL(await blob(file));
      place.prepend(picture);
    } catch { /* The button is still there. */ }
  }
  async function blob(file) {
    const answer = await fetch(`${base}/api/file/${file.id}`, { headers: { "X-Visit": token }, cache: "no-store" });
    if (!answer.ok) throw new Error("file");
    const kinds = { pdf: "application/pdf", png: "image/png", jpg: "image/jpeg", ics: "text/calendar", txt: "text/plain" };
    const kind = kinds[(file.name || "").split(".").pop().toLowerCase()] || "application/octet-stream";
    return new Blob([await answer.arrayBuffer()], { type: kind });
  }
  async function keep(file) {
    try {
      const address = URL.createObjectURL(await blob(file));
      const link = make("a", { href: address, download: file.name || "bestand" });
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(address), 60000);
    } catch {
      status(words.failed);
    }
  }
  function add(found) {
    list.append(make("li", {}, found));
    requestAnimationFrame(() => {
      const room = Math.min($("main").clientHeight, $("main").parentElement.clientHeight);
      const long = found.offsetHeight > room * 0.8;
      found.scrollIntoView({ block: long ? "start" : "nearest", behavior: still ? "auto" : "smooth" });
    });
    document.body.classList.add("begun");
    if (found.dataset.from === "staff") $("attach").hidden = false;
  }
  function status(text) {
    if ($("status").textContent !== text) $("status").textContent = text;
  }

  // ---- sending ------------------------------------------------------------------------------------------------
  function say(did, label) {
    const id = `${tab}-${++count}`;
    const text = label || did.text;
    const nodes = text ? [{ t: "p", c: text.split("\n").flatMap((line, n) => (n ? [{ t: "br" }, line] : [line])) }] : [];
    const mine = article({ from: "me", nodes, pressed: did.kind === "press" });
    mine.classList.add("pending");
    own.set(id, mine);
    add(mine);
    queue.push({ id, language, label, ...did });
    pump();
  }
  async function pump() {
    if (sending) return;
    sending = true;
    let pause = 500;
    while (queue.length && !gone) {
      const next = queue[0];
      const wait = await post(next);
      if (wait === 0) {
        queue.shift();
        pause = 500;
        listen();
        continue;
      }
      const mine = own.get(next.id);
      if (mine) note(mine, words.sending);
      await Promise.race([sleep(wait || pause), new Promise((go) => { wakeUp = go; })]);
      pause = Math.min(15000, pause * 2);
    }
    sending = false;
  }
  async function post(did) {
    // 0: it arrived, or it never will. Otherwise how long to wait before it is offered again, under the same id.
    const mine = own.get(did.id);
    let answer;
    try {
      if (did.kind === "photo") {
        answer = await ask("api/photo", did.body, { "X-Message": did.id, "Content-Type": "application/octet-stream" });
      } else {
        answer = await ask("api/say", JSON.stringify(did), { "Content-Type": "application/json" });
      }
    } catch {
      status(words.offline);
      return undefined;
    }
    const body = await answer.json().catch(() => ({}));
    if (answer.ok) {
      status("");
      open = true;
      mine.classList.remove("pending");
      note(mine, "");
      shown.set(body.n, mine);
      return 0;
    }
    if (answer.status === 429) {
      status(words.busy);
      return Math.max(1000, (body.wait || 1) * 1000);
    }
    if (answer.status >= 500 || answer.status === 408) {
      if (body.lifeline && body.lifeline.length && !did.comforted) {
        did.comforted = true;
        add(article({ from: "bot", nodes: body.lifeline }));
      }
      status(words.offline);
      return undefined;
    }
    mine.classList.remove("pending");
    mine.classList.add("failed");
    note(mine, { 413: words["too-long"], 415: words["photo-bad"] }[answer.status] || words.failed);
    return 0;
  }
  function ask(path, body, headers) {
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), 120000);
    return fetch(`${base}/${path}`, {
      method: "POST", body, headers: { "X-Visit": token, ...headers }, cache: "no-store", signal: stop.signal,
    }).finally(() => clearTimeout(late));
  }
  function sleep(time) {
    return new Promise((go) => setTimeout(go, time));
  }

  // ---- receiving ----------------------------------------------------------------------------------------------
  function take(answer) {
    for (const line of answer.lines) {
      if (line.n > cursor) happen(line);
    }
    cursor = Math.max(cursor, answer.next);
  }
  function happen(line) {
    if (line.what === "wiped") {
      list.replaceChildren();
      shown.clear();
    } else if (line.what === "deleted") {
      const old = shown.get(line.of);
      if (old) old.closest("li").remove();
      shown.delete(line.of);
    } else if (line.what === "changed") {
      const old = shown.get(line.of);
      if (old) fill(old, line);
    } else if (shown.has(line.n) || own.has(line.client)) {
      const mine = shown.get(line.n) || own.get(line.client);
      shown.set(line.n, mine);
      if (line.file && line.from === "me") attach(mine.querySelector(".file"), line.file);
    } else {
      const found = article(line);
      shown.set(line.n, found);
      add(found);
      if (line.from === "staff") {
        unseen = line.n;
        look();
      }
    }
  }
  // That a line of staff was on a screen somebody looked at is told to staff; best effort, and only the newest.
  function look() {
    clearTimeout(looking);
    if (!unseen || document.hidden || gone) return;
    looking = setTimeout(() => {
      if (document.hidden || gone) return;
      const n = unseen;
      unseen = 0;
      ask("api/seen", JSON.stringify({ n }), { "Content-Type": "application/json" }).catch(() => {});
    }, 1500);
  }
  async function listen() {
    if (streaming || gone || !open) return;
    streaming = new AbortController();
    let pause = 500;
    let failed = 0;
    while (!gone) {
      const began = Date.now();
      let answer = 0;
      try {
        // What stands between may refuse a stream: every other time that it fails, it is asked in the plain way.
        answer = noStream || failed % 2 ? await poll() : await stream();
        status(queue.length ? $("status").textContent : "");
      } catch {
        if (gone) return;
        answer = 0;
      }
      if (answer !== 200) failed += 1;
      if (answer === 404) {
        forget(words.forgotten);
        return;
      }
      if (Date.now() - began > 5000 || answer === 200) pause = 300;
      else pause = Math.min(10000, pause * 2);
      await sleep(pause + Math.random() * 300);
      streaming = new AbortController();
    }
  }
  async function stream() {
    const mine = streaming;
    // A proxy that gathers what should come at once is noticed by its silence.
    let late = setTimeout(() => { noStream = true; mine.abort(); }, 8000);
    const answer = await fetch(`${base}/api/stream?after=${cursor}`, {
      headers: { "X-Visit": token, Accept: "text/event-stream" }, cache: "no-store", signal: mine.signal,
    }).catch((error) => { clearTimeout(late); throw error; });
    if (!answer.ok) {
      clearTimeout(late);
      return answer.status;
    }
    if (!answer.body || !answer.body.getReader) {
      clearTimeout(late);
      noStream = true;
      return 0;
    }
    const reader = answer.body.getReader();
    const decoder = new TextDecoder();
    let text = "";
    for (;;) {
      const { done, value } = await reader.read();
      clearTimeout(late);
      if (done) return 200;
      late = setTimeout(() => mine.abort(), 40000);
      text += decoder.decode(value, { stream: true });
      const parts = text.split("\n\n");
      text = parts.pop();
      for (const part of parts) {
        if (part.startsWith("data: ")) take(JSON.parse(part.slice(6)));
      }
    }
  }
  async function poll() {
    const answer = await fetch(`${base}/api/lines?after=${cursor}`, {
      headers: { "X-Visit": token }, cache: "no-store", signal: streaming.signal,
    });
    if (answer.ok) take(await answer.json());
    return answer.status;
  }
  function restart() {
    wakeUp();
    if (streaming) streaming.abort();
    pump();
    listen();
  }
  function forget(text) {
    open = false;
    streaming = null;
    cursor = 0;
    token = base64(32);
    remember(false);
    status(text);
  }

  // ---- leaving, coming back -----------------------------------------------------------------------------------
  function leave() {
    gone = true;
    remember(false);
    token = "";
    queue.length = 0;
    if (window.speechSynthesis) speechSynthesis.cancel();
    document.body.replaceChildren();
    document.title = "";
    if (streaming) streaming.abort();
    if (parent !== window) parent.postMessage({ steunpunt: "weg" }, "*");
    location.replace("about:blank");
  }
  function panel(id, show) {
    for (const found of document.querySelectorAll(".panel")) found.hidden = !(show && found.id === id);
    if (show) $(id).querySelector("h2").focus();
    else box.focus();
  }
  async function later() {
    panel("later-panel", true);
    $("code").textContent = "…";
    $("aloud-row").hidden = true;
    try {
      const answer = await ask("api/code", "{}", { "Content-Type": "application/json" });
      const body = await answer.json();
      $("code").textContent = answer.ok ? body.code : words.busy;
      $("aloud-row").hidden = !(answer.ok && voice());
      open = open || answer.ok;
      listen();
    } catch {
      $("code").textContent = words.offline;
    }
  }
  function voice() {
    // Only a voice of the device itself: nobody else is sent a code to read.
    const voices = window.speechSynthesis ? speechSynthesis.getVoices() : [];
    return voices.find((one) => one.localService && /^nl\b/i.test(one.lang));
  }
  function aloud() {
    const said = new SpeechSynthesisUtterance($("code").textContent.split(" ").join(", "));
    said.voice = voice();
    said.lang = said.voice.lang;
    said.rate = 0.7;
    speechSynthesis.cancel();
    speechSynthesis.speak(said);
  }
  async function comeBack() {
    const wrong = $("return-wrong");
    wrong.textContent = "";
    const fresh = base64(32);
    let answer;
    try {
      answer = await fetch(`${base}/api/return`, {
        method: "POST", cache: "no-store", body: JSON.stringify({ code: $("return-code").value }),
        headers: { "X-Visit": fresh, "Content-Type": "application/json" },
      });
    } catch {
      wrong.textContent = words.offline;
      return;
    }
    if (!answer.ok) {
      wrong.textContent = answer.status === 429 ? words["back-wait"] : words["back-wrong"];
      $("return-code").focus();
      return;
    }
    token = fresh;
    open = true;
    cursor = 0;
    list.replaceChildren();
    shown.clear();
    own.clear();
    $("return-code").value = "";
    remember($("remember").checked);
    panel("", false);
    restart();
  }
  async function photo(file) {
    const picture = await createImageBitmap(file).catch(() => null);
    if (!picture) {
      status(words["photo-bad"]);
      return;
    }
    // Drawn anew and made smaller here already: place and device stay behind, and a slow connection can carry it.
    const scale = Math.min(1, 1600 / Math.max(picture.width, picture.height));
    const canvas = make("canvas", { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((body) => body && say({ kind: "photo", body }, words.photo), "image/jpeg", 0.85);
  }

  // ---- what people do -----------------------------------------------------------------------------------------
  function submit() {
    const text = box.value;
    if (!text.trim()) return;
    box.value = "";
    say({ kind: "text", text });
    box.focus();
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const by = event.submitter;
    if (document.activeElement === $("return-code") || (by && by.id === "return")) comeBack();
    else if (!by || by.id === "send") submit();
  });
  for (const start of document.querySelectorAll("[data-start]")) {
    start.type = "button";
    start.addEventListener("click", () => say({ kind: "text", text: `/start ${start.dataset.start}` }, start.textContent));
  }
  for (const [id, does] of [["leave", leave], ["later", later], ["back", () => panel("back-panel", true)], ["aloud", aloud]]) {
    $(id).type = "button";
    $(id).addEventListener("click", does);
  }
  for (const close of document.querySelectorAll(".close")) close.addEventListener("click", () => panel("", false));
  $("larger").addEventListener("click", () => {
    const large = document.documentElement.classList.toggle("large");
    $("larger").setAttribute("aria-pressed", String(large));
  });
  $("remember").addEventListener("change", (event) => remember(event.target.checked));
  $("attach").addEventListener("click", () => $("photo").click());
  $("photo").addEventListener("change", () => {
    const [file] = $("photo").files;
    $("photo").value = "";
    if (file) photo(file);
  });
  box.addEventListener("keydown", (event) => {
    const typing = event.isComposing || matchMedia("(pointer: coarse)").matches;
    if (event.key === "Enter" && !event.shiftKey && !typing) {
      event.preventDefault();
      submit();
    }
  });
  let escapes = [];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const now = Date.now();
    escapes = [...escapes.filter((at) => now - at < 2000), now];
    if (escapes.length >= 3) leave();
    else if (document.querySelector(".panel:not([hidden])")) panel("", false);
  });
  addEventListener("online", restart);
  addEventListener("pageshow", (event) => {
    // A page that a browser kept for "back" is not shown again after leaving.
    if (gone) location.replace("about:blank");
    else if (event.persisted) restart();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || gone) return;
    wakeUp();
    look();
  });
  // Some browsers only begin to gather their voices when they are asked.
  voice();
  if (open) {
    $("remember").checked = true;
    listen();
  }
})();
