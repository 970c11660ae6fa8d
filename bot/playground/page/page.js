// The playground page: draws what the server tells over the websocket, and sends back what people do.
// Text of people only ever becomes text nodes; nothing is parsed as HTML.

const WEB_PORT = Number(document.body.dataset.webPort) || 0;
const ROLES = ["parent", "youth", "staff", ...(WEB_PORT ? ["web"] : [])];
const PHONES = {
  parent: { title: "Ouder", lead: "De telefoon van een ouder. Begin met Start, of stel meteen een vraag." },
  youth: { title: "Jongere", lead: "De telefoon van een jongere. Je hoeft hier geen naam te zeggen." },
};
const EMOJI = [["👍", "duim omhoog"], ["❤", "hart"], ["🙏", "dank je wel"], ["😢", "verdrietig"], ["👎", "duim omlaag"]];
const SAME_GROUP_SECONDS = 300;
const MOST_PHOTO_BYTES = 10 * 1024 * 1024;

const state = { bot: 0, visitors: {}, group: null, commands: [], topic: null, member: null, unread: new Map() };
const panes = {};
const presses = new Map();
const earlyAnswers = new Map();

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}

const button = (attributes, ...children) => element("button", { type: "button", ...attributes }, ...children);
const hidden = (words) => element("span", { class: "sr" }, words);

// --- what people do ---
const whoIs = (role) => (role === "staff" ? `staff:${state.member}` : role);

async function act(role, action) {
  const pane = panes[role];
  try {
    const answer = await fetch("/playground/api/act", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ who: whoIs(role), ...action }),
    });
    const told = await answer.json();
    if (!answer.ok) pane.notice(told.words);
    else if (told.press) {
      if (earlyAnswers.has(told.press)) pane.notice(earlyAnswers.get(told.press));
      else presses.set(told.press, role);
      earlyAnswers.delete(told.press);
    }
    return answer.ok;
  } catch {
    pane.notice("Dat lukte niet: de server antwoordt niet.");
    return false;
  }
}

// --- text with entities (offsets count UTF-16 units, as JavaScript strings do) ---
const WRAP = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote" };

function rich(text, entities, role) {
  const sorted = [...(entities ?? [])].sort((one, other) => one.offset - other.offset || other.length - one.length);
  let next = 0;
  const fill = (node, from, to) => {
    let at = from;
    while (next < sorted.length && sorted[next].offset < to) {
      const entity = sorted[next];
      next += 1;
      const start = Math.max(at, entity.offset);
      const end = Math.min(to, entity.offset + entity.length);
      if (end <= start) continue;
      node.append(text.slice(at, start));
      const wrap = wrapper(entity, text.slice(start, end), role);
      fill(wrap, start, end);
      node.append(wrap);
      at = end;
    }
    node.append(text.slice(at, to));
    return node;
  };
  return fill(document.createDocumentFragment(), 0, text.length);
}

function wrapper(entity, words, role) {
  switch (entity.type) {
    case "text_link": return link(entity.url);
    case "url": return link(/^[a-z]+:/i.test(words) ? words : `https://${words}`);
    case "email": return link(`mailto:${words}`);
    case "phone_number": return link(`tel:${words.replace(/[^+\d]/g, "")}`);
    case "bot_command": return role === "staff" ? element("span") : button({ class: "command", onclick: () => act(role, { do: "say", text: words }) });
    case "spoiler": return element("span", { class: "spoiler", tabindex: "0" });
    default: return element(WRAP[entity.type] ?? "span");
  }
}

function link(url) {
  if (!/^(https?|mailto|tel):/i.test(url ?? "")) return element("span");
  return element("a", { href: url, target: "_blank", rel: "noopener noreferrer" });
}

const clock = (seconds) => new Date(seconds * 1000).toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
const OTHER_CONTENT = [["voice", "Spraakbericht"], ["audio", "Geluid"], ["video", "Video"], ["sticker", "Sticker"], ["document", "Bestand"], ["location", "Locatie"], ["contact", "Contact"]];

function summary(message) {
  const words = message.text ?? message.caption ?? (message.photo ? "Foto" : OTHER_CONTENT.find(([kind]) => message[kind])?.[1]) ?? "Bericht";
  return words.length > 70 ? `${words.slice(0, 69)}…` : words;
}

function bubble(message, role) {
  const made = element("div", { class: "bubble" });
  const replied = message.reply_to_message;
  if (replied && !replied.forum_topic_created) made.append(element("div", { class: "quote" }, hidden("Antwoord op: "), summary(replied)));
  if (message.photo) {
    const picture = element("img", { class: "photo", alt: "Foto", src: `/playground/picture/${message.photo.at(-1).file_id}` });
    picture.addEventListener("error", () => picture.replaceWith(element("div", { class: "thing" }, "Foto")));
    picture.addEventListener("load", () => panes[role].showNewest());
    made.append(picture);
  }
  for (const [kind, words] of OTHER_CONTENT) if (message[kind]) made.append(element("div", { class: "thing" }, words));
  if (message.text) made.append(rich(message.text, message.entities, role));
  if (message.caption) made.append(element("div", {}, rich(message.caption, message.caption_entities, role)));
  return made;
}

function keyboard(message, role) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return element("div", { class: "keys" }, ...rows.map((row) => element("div", {}, ...row.map((key) => button({
    class: ["danger", "success", "primary"].includes(key.style) ? key.style : null,
    onclick: () => (key.url ? window.open(key.url, "_blank", "noopener") : act(role, { do: "press", message_id: message.message_id, data: key.callback_data })),
  }, key.text)))));
}

// --- a small menu: opens above its button, arrow keys, Escape ---
function menu({ label, face, kind, items }) {
  const box = element("div", { class: `menu ${kind}` });
  const list = element("ul", { hidden: true, "aria-label": label });
  const toggle = button({ class: kind === "react" ? "small" : "icon", "aria-expanded": "false", "aria-label": label, title: label }, face);
  const close = (back) => {
    if (list.hidden) return;
    list.hidden = true;
    toggle.setAttribute("aria-expanded", "false");
    if (back) toggle.focus();
  };
  const open = (focus) => {
    const entries = items();
    list.replaceChildren(...(entries.length ? entries.map(({ words, more, name, run }) => element("li", {}, button({ "aria-label": name, onclick: () => { close(true); run(); } }, words, more ? element("small", {}, more) : null))) : [element("li", { class: "none" }, "Er zijn nog geen commando's.")]));
    list.hidden = false;
    toggle.setAttribute("aria-expanded", "true");
    if (focus) list.querySelector("button")?.focus();
  };
  toggle.addEventListener("click", () => (list.hidden ? open(true) : close(true)));
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) { event.stopPropagation(); close(true); }
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step || list.hidden) return;
    const all = [...list.querySelectorAll("button")];
    event.preventDefault();
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length]?.focus();
  });
  box.addEventListener("focusout", (event) => { if (!box.contains(event.relatedTarget)) close(false); });
  box.append(toggle, list);
  return Object.assign(box, { open, close });
}

// --- one pane: messages, hint, text field ---
class Pane {
  constructor(role) {
    this.role = role;
    this.root = document.getElementById(`pane-${role}`);
    this.items = new Map();
    this.mode = null;
    this.list = element("ol", { class: "messages" });
    this.log = element("div", { class: "log", role: "log", "aria-live": "polite", "aria-label": `Berichten: ${PHONES[role]?.title ?? "Medewerkers"}`, tabindex: "0", "data-testid": `${role}-messages` }, this.list);
    this.hintWords = element("span", { class: "cut" });
    this.hint = element("div", { class: "hint", hidden: true }, this.hintWords, button({ class: "quiet", onclick: () => this.setMode(null) }, "Annuleer"));
    this.told = element("p", { class: "notice", role: "status" });
    this.form = this.writer();
    this.closed = element("p", { class: "closed", hidden: true });
  }

  get place() { return this.role === "staff" ? state.group : state.visitors[this.role]; }
  get own() { return this.role === "staff" ? state.member : this.place.chat; }
  get topic() { return this.role === "staff" && state.topic ? { topic: state.topic } : {}; }
  visible() { return this.place.messages.filter((message) => this.role !== "staff" || (message.message_thread_id ?? null) === state.topic); }

  writer() {
    const { role } = this;
    this.field = element("textarea", {
      rows: "1", maxlength: "4096", id: `${role}-input`, "data-testid": `${role}-input`, placeholder: "Je bericht…", autocomplete: "off",
      oninput: () => { this.grow(); if (this.field.value === "/") this.commands?.open(false); else this.commands?.close(false); },
      onkeydown: (event) => {
        if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.form.requestSubmit(); }
        if (event.key === "Escape") { this.commands?.close(false); this.setMode(null); }
        if (event.key === "ArrowDown" && this.field.value === "/" && this.commands) { event.preventDefault(); this.commands.open(true); }
      },
    });
    const chooser = element("input", { type: "file", accept: "image/*", class: "sr", tabindex: "-1", "aria-hidden": "true", onchange: () => this.sendPhoto(chooser) });
    const form = element("form", { class: "write", onsubmit: (event) => { event.preventDefault(); this.send(); } });
    if (role === "staff") form.append(button({ class: "icon", "aria-label": "Stuur een foto", onclick: () => chooser.click() }, "+"));
    else {
      this.commands = menu({ label: "Commando's", face: "/", kind: "commands", items: () => state.commands.map(({ command, description }) => ({ words: `/${command}`, more: description, run: () => { this.field.value = ""; this.field.focus(); act(role, { do: "say", text: `/${command}` }); } })) });
      const more = menu({ label: "Stuur iets anders", face: "+", kind: "more", items: () => [
        { words: "Foto kiezen…", run: () => chooser.click() },
        { words: "Spraakbericht", more: "een voorbeeld van 3 tellen", run: () => act(role, { do: "voice" }) },
        { words: "Sticker", more: "een voorbeeld", run: () => act(role, { do: "sticker" }) },
      ] });
      form.append(this.commands, more);
    }
    form.append(chooser, element("label", { class: "sr", for: `${role}-input` }, role === "staff" ? "Bericht aan de groep" : `Bericht van de ${PHONES[role].title.toLowerCase()}`), this.field, button({ class: "send", type: "submit", "data-testid": `${role}-send` }, "Stuur"));
    return form;
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight + 2, 140)}px`;
  }

  async send() {
    const text = this.field.value.trim();
    if (!text) return;
    const { mode } = this;
    this.field.value = "";
    this.setMode(null);
    const sent = mode?.edit
      ? await act(this.role, { do: "edit", message_id: mode.edit, text })
      : await act(this.role, { do: "say", text, ...this.topic, ...(mode?.reply ? { reply_to: mode.reply } : {}) });
    if (!sent && !this.field.value) { this.field.value = text; this.grow(); }
  }

  async sendPhoto(chooser) {
    const [file] = chooser.files;
    chooser.value = "";
    if (!file) return;
    if (file.size > MOST_PHOTO_BYTES) { this.notice("Deze foto is te groot. Kies er een van hoogstens 10 MB."); return; }
    const bytes = new Uint8Array(await file.arrayBuffer());
    let binary = "";
    for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
    act(this.role, { do: "photo", file: btoa(binary), ...this.topic });
  }

  setMode(mode) {
    if (this.mode?.edit && !mode) this.field.value = "";
    this.mode = mode;
    this.hint.hidden = !mode;
    if (mode) {
      this.hintWords.textContent = mode.edit ? "Je past je bericht aan." : `Antwoord op: ${mode.words}`;
      if (mode.edit) this.field.value = mode.words;
      this.field.focus();
    }
    this.grow();
  }

  notice(words) {
    if (!words) return;
    this.told.textContent = words;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.told.textContent = ""; }, 6000);
  }

  // Everything anew, without a screen reader saying it all again.
  drawAll() {
    this.log.setAttribute("aria-live", "off");
    this.items.clear();
    this.list.replaceChildren();
    for (const message of this.visible()) this.add(message);
    this.drawEmpty();
    this.group();
    this.showNewest(false);
    setTimeout(() => this.log.setAttribute("aria-live", "polite"), 400);
  }

  drawEmpty() {
    const empty = this.list.querySelector(".empty");
    if (this.items.size) { empty?.remove(); return; }
    if (empty) return;
    this.list.append(this.role === "staff"
      ? element("li", { class: "empty" }, element("p", {}, "Hier komen de signalen en gesprekken binnen. Medewerkers zien nooit wie iemand is."))
      : element("li", { class: "empty" }, element("p", {}, PHONES[this.role].lead), button({ class: "start", onclick: () => act(this.role, { do: "say", text: "/start" }) }, "Start")));
  }

  add(message) {
    const made = this.draw(message);
    this.items.set(message.message_id, { message, node: made });
    this.list.append(made);
  }

  added(message) {
    this.add(message);
    this.drawEmpty();
    this.group();
    this.showNewest();
  }

  changed(message) {
    const old = this.items.get(message.message_id);
    if (!old) return;
    const node = this.draw(message);
    const focused = old.node.contains(document.activeElement);
    old.node.replaceWith(node);
    this.items.set(message.message_id, { message, node });
    this.group();
    if (focused) (node.querySelector(".keys button") ?? this.field).focus({ preventScroll: true });
  }

  removed(number) {
    const old = this.items.get(number);
    if (!old) return;
    if (old.node.contains(document.activeElement)) this.field.focus();
    old.node.remove();
    this.items.delete(number);
    this.drawEmpty();
    this.group();
  }

  draw(message) {
    if (message.forum_topic_created) {
      return element("li", { class: "event", "data-testid": "message" }, element("span", {}, `Onderwerp gemaakt: ${message.forum_topic_created.name}`));
    }
    const { role } = this;
    const number = message.message_id;
    const mine = message.from?.id === this.own;
    const bot = message.from?.id === state.bot;
    const emoji = this.place.reactions?.[number];
    const tools = element("div", { class: "actions" });
    if (role === "staff") tools.append(button({ class: "small", onclick: () => this.setMode({ reply: number, words: summary(message) }) }, "Beantwoord"));
    if (mine && message.text) tools.append(button({ class: "small", onclick: () => this.setMode({ edit: number, words: message.text }) }, "Pas aan"));
    if (!mine) tools.append(menu({ label: "Reageer", face: "Reageer", kind: "react", items: () => EMOJI.map(([face, name]) => ({ words: face, name, run: () => act(role, { do: "react", message_id: number, emoji: face }) })) }));
    const name = bot ? "Steunpuntbot" : message.from?.first_name ?? "";
    return element("li", { "data-testid": "message", class: mine ? "mine" : "theirs", "data-who": bot ? "bot" : "person" },
      role === "staff" && !mine ? element("span", { class: "who" }, element("span", { class: "face", "aria-hidden": "true" }, name.slice(0, 1)), name) : hidden(mine ? "Jij: " : `${name}: `),
      bubble(message, role),
      keyboard(message, role),
      emoji ? button({ class: "chip", "aria-label": `Reactie ${emoji}, haal weg`, title: "Haal de reactie weg", onclick: () => act(role, { do: "react", message_id: number, emoji: "" }) }, emoji) : null,
      element("div", { class: "meta" }, element("span", { class: "time" }, element("time", { datetime: new Date(message.date * 1000).toISOString() }, clock(message.date)), message.edit_date && mine ? " · aangepast" : ""), tools.childElementCount ? tools : null));
  }

  // Messages of one person shortly after each other belong together: one name, one time.
  group() {
    const all = [...this.items.values()];
    all.forEach(({ message, node }, index) => {
      const next = all[index + 1]?.message;
      const before = all[index - 1]?.message;
      const together = (one, other) => Boolean(one && other) && !one.forum_topic_created && !other.forum_topic_created && one.from?.id === other.from?.id && Math.abs(one.date - other.date) < SAME_GROUP_SECONDS;
      node.classList.toggle("follows", together(before, message));
      node.classList.toggle("followed", together(message, next));
    });
  }

  // The newest message; a long answer from its first line, with the question above it.
  showNewest(smooth = true) {
    const all = [...this.items.values()];
    let at = all.length - 1;
    if (at < 0) return;
    const newest = all[at].message;
    while (at > 0 && newest.date - all[at - 1].message.date <= 2 && all[at - 1].message.from?.id === newest.from?.id) at -= 1;
    const question = all[at - 1]?.node;
    const from = question && question.offsetHeight < 130 ? question : all[at].node;
    this.log.scrollTo({ top: from.offsetTop - 16, behavior: smooth ? "auto" : "instant" });
  }
}

class Phone extends Pane {
  constructor(role) {
    super(role);
    this.person = element("small");
    this.block = button({ class: "quiet", onclick: () => act(role, { do: this.place.blocked ? "unblock" : "block" }) });
    this.closed.textContent = "Deze persoon heeft de bot geblokkeerd. Wie weer schrijft, heft dat op.";
    this.root.replaceChildren(
      element("div", { class: "bar" },
        element("h2", { id: `title-${role}` }, PHONES[role].title, this.person),
        element("div", { class: "tools" }, this.block, button({ class: "quiet", title: "Iemand anders pakt deze telefoon", onclick: () => { this.setMode(null); act(role, { do: "reset" }); } }, "Nieuwe persoon"))),
      this.log, this.told, this.closed, this.hint, this.form);
  }

  drawState() {
    this.person.textContent = this.place.name;
    this.block.textContent = this.place.blocked ? "Deblokkeer" : "Blokkeer de bot";
    this.closed.hidden = !this.place.blocked;
  }
}

class Staff extends Pane {
  constructor() {
    super("staff");
    this.name = element("small");
    this.topics = element("ul", { class: "topics" });
    this.heading = element("h3", { id: "title-topic" });
    this.remove = button({ class: "quiet", onclick: () => this.removeTopic() }, "Verwijder");
    this.closed.textContent = "Dit onderwerp is gesloten.";
    this.choice = element("select", { class: "quiet", id: "member", onchange: () => { state.member = Number(this.choice.value); this.setMode(null); this.drawAll(); } });
    this.root.replaceChildren(
      element("div", { class: "bar" },
        element("h2", { id: "title-staff" }, "Medewerkers", this.name),
        element("div", { class: "tools" }, element("label", { for: "member" }, "Jij bent"), this.choice)),
      element("div", { class: "group" },
        element("nav", { class: "side", "aria-label": "Onderwerpen" }, this.topics),
        element("div", { class: "column" }, element("div", { class: "topicbar" }, this.heading, this.remove), this.log, this.told, this.closed, this.hint, this.form)));
  }

  removeTopic() {
    if (window.confirm("Dit onderwerp met alle berichten verwijderen?")) act("staff", { do: "delete_topic", topic: state.topic });
  }

  choose(topic) {
    state.topic = topic;
    this.setMode(null);
    this.drawState();
    this.drawAll();
  }

  drawState() {
    const { group } = state;
    const topics = group.topics.filter((topic) => !topic.deleted);
    if (state.topic && !topics.some((topic) => topic.id === state.topic)) { state.topic = null; this.setMode(null); this.drawAll(); }
    state.unread.delete(state.topic);
    const current = topics.find((topic) => topic.id === state.topic);
    const focused = this.topics.contains(document.activeElement) ? document.activeElement.dataset.topic : null;
    const entry = (id, name, closed) => element("li", {}, button({ "data-topic": String(id), "aria-current": String(state.topic === id), onclick: () => this.choose(id) },
      element("span", { class: "name" }, name), closed ? element("small", {}, "gesloten") : null, badge(state.unread.get(id))));
    this.topics.replaceChildren(entry(null, "Algemeen", false), ...topics.map((topic) => entry(topic.id, topic.name, topic.closed)));
    if (focused) this.topics.querySelector(`[data-topic="${focused}"]`)?.focus();
    this.name.textContent = group.title;
    this.heading.textContent = current?.name ?? "Algemeen";
    this.remove.hidden = !current;
    this.closed.hidden = !current?.closed;
    if (this.choice.childElementCount !== group.members.length) this.choice.replaceChildren(...group.members.map(({ id, name }) => element("option", { value: id }, name)));
    this.choice.value = String(state.member);
  }
}

function badge(count) {
  return count ? element("span", { class: "badge" }, String(count), hidden(" nieuw")) : null;
}

// --- what the server tells ---
const roleOf = (chat) => Object.keys(state.visitors).find((role) => state.visitors[role].chat === chat) ?? (chat === state.group?.chat ? "staff" : null);

function heard(event) {
  if (event.kind === "snapshot") { start(event); return; }
  if (event.kind === "commands") { state.commands = event.commands; return; }
  if (event.kind === "press_answered") {
    if (presses.has(event.press)) panes[presses.get(event.press)].notice(event.text);
    else earlyAnswers.set(event.press, event.text);
    presses.delete(event.press);
    return;
  }
  const role = roleOf(event.chat);
  if (!role) return;
  const pane = panes[role];
  const { place } = pane;
  const find = (number) => place.messages.find((message) => message.message_id === number);
  switch (event.kind) {
    case "message": {
      place.messages.push(event.message);
      const topic = event.message.message_thread_id ?? null;
      if (role !== "staff" || topic === state.topic) pane.added(event.message);
      else if (!event.message.forum_topic_created) { state.unread.set(topic, (state.unread.get(topic) ?? 0) + 1); pane.drawState(); }
      countOnTab(role);
      break;
    }
    case "edited":
      place.messages = place.messages.map((old) => (old.message_id === event.message.message_id ? event.message : old));
      pane.changed(event.message);
      break;
    case "deleted":
      place.messages = place.messages.filter((old) => old.message_id !== event.message_id);
      pane.removed(event.message_id);
      break;
    case "reaction":
      (place.reactions ??= {})[event.message_id] = event.emoji;
      if (find(event.message_id)) pane.changed(find(event.message_id));
      break;
    case "blocked":
      place.blocked = event.blocked;
      pane.drawState();
      break;
    case "topic": {
      const known = place.topics.some((old) => old.id === event.topic.id);
      place.topics = known ? place.topics.map((old) => (old.id === event.topic.id ? event.topic : old)) : [...place.topics, event.topic];
      // A topic's first message arrives before the topic itself has a number.
      for (const message of place.messages) if (message.message_id === event.topic.id && message.forum_topic_created && !message.message_thread_id) { message.message_thread_id = event.topic.id; pane.removed(message.message_id); }
      if (event.topic.deleted) { place.messages = place.messages.filter((old) => old.message_thread_id !== event.topic.id); state.unread.delete(event.topic.id); }
      pane.drawState();
      break;
    }
  }
}

/** The chat on a website: the real page in a frame, for as long as the bot serves it. */
class Website {
  constructor() {
    this.root = document.getElementById("pane-web");
    this.root.hidden = tabs.web.hidden = false;
    document.querySelector(".panes").classList.add("four");
    const address = `${location.protocol}//${location.hostname}:${WEB_PORT}/chat`;
    const whole = element("a", { href: address, target: "_blank", rel: "noopener" }, "Heel scherm");
    const frame = element("iframe", { title: "De chat op een website" });
    const bar = element("div", { class: "bar" }, element("h2", { id: "title-web" }, "Website"), whole);
    this.root.append(bar, frame);
    this.open(frame, address);
  }

  async open(frame, address) {
    for (;;) {
      try {
        await fetch(`${address}/widget.js`, { mode: "no-cors" });
        frame.src = address;
        return;
      } catch {
        await new Promise((go) => setTimeout(go, 500));
      }
    }
  }

  drawState() {}
  drawAll() {}
  showNewest() {}
  notice() {}
}

function start(snapshot) {
  const first = !state.group;
  const before = { ...state.visitors };
  Object.assign(state, { bot: snapshot.bot, visitors: snapshot.visitors, group: snapshot.group, commands: snapshot.commands });
  state.member ??= snapshot.group.members[0].id;
  for (const role of ROLES) {
    panes[role].drawState();
    panes[role].drawAll();
    if (!first && role in before && before[role].chat !== state.visitors[role].chat) panes[role].notice("Iemand anders heeft nu deze telefoon.");
  }
}

// --- tabs on a narrow screen ---
const tabs = Object.fromEntries(ROLES.map((role) => [role, document.getElementById(`tab-${role}`)]));
const isShown = (role) => panes[role].root.offsetParent !== null;

function countOnTab(role) {
  if (isShown(role)) return;
  const count = Number(tabs[role].dataset.count ?? 0) + 1;
  tabs[role].dataset.count = count;
  tabs[role].querySelector(".badge")?.remove();
  tabs[role].append(badge(count));
}

function chooseTab(role) {
  for (const other of ROLES) {
    panes[other].root.classList.toggle("shown", other === role);
    tabs[other].setAttribute("aria-selected", String(other === role));
    tabs[other].tabIndex = other === role ? 0 : -1;
  }
  delete tabs[role].dataset.count;
  tabs[role].querySelector(".badge")?.remove();
  if (state.group) panes[role].showNewest(false);
}

for (const role of ROLES) {
  tabs[role].addEventListener("click", () => chooseTab(role));
  tabs[role].addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = ROLES[(ROLES.indexOf(role) + step + ROLES.length) % ROLES.length];
    chooseTab(next);
    tabs[next].focus();
  });
}

// --- the line to the server ---
let wait = 500;

function connect() {
  const status = document.getElementById("connection");
  const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/playground/live`);
  socket.addEventListener("open", () => { wait = 500; status.textContent = "verbonden"; status.classList.add("on"); });
  socket.addEventListener("message", (message) => heard(JSON.parse(message.data)));
  socket.addEventListener("close", () => {
    status.textContent = "verbinding weg, opnieuw proberen…";
    status.classList.remove("on");
    setTimeout(connect, wait);
    wait = Math.min(wait * 2, 8000);
  });
}

panes.parent = new Phone("parent");
panes.youth = new Phone("youth");
panes.staff = new Staff();
if (WEB_PORT) panes.web = new Website();
connect();
