// The demo page: draws what the server tells over the websocket, and sends back what people do.
// Text of people only ever becomes text nodes; nothing is parsed as HTML.

const NAMES = { parent: "Ouder", youth: "Jongere" };
const LEADS = {
  parent: "De telefoon van een ouder. Begin met /start of stel meteen een vraag.",
  youth: "De telefoon van een jongere. Je hoeft hier geen naam te zeggen.",
};
const state = { bot: 0, visitors: {}, group: null, commands: [], topic: null, member: null, editing: {} };

const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
};

async function act(action) {
  const answer = await fetch("/playground/api/act", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(action),
  });
  if (!answer.ok) document.getElementById("connection").textContent = (await answer.json()).words;
}

// --- text with entities (offsets count UTF-16 units, as JavaScript strings do) ---
const WRAP = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote" };

function rich(text, entities = []) {
  const whole = document.createDocumentFragment();
  const usable = entities.filter((entity) => WRAP[entity.type] || entity.type === "text_link");
  const borders = new Set([0, text.length]);
  for (const entity of usable) { borders.add(entity.offset); borders.add(entity.offset + entity.length); }
  const points = [...borders].sort((a, b) => a - b);
  for (let index = 0; index + 1 < points.length; index += 1) {
    const [from, to] = [points[index], points[index + 1]];
    let node = document.createTextNode(text.slice(from, to));
    for (const entity of usable) {
      if (entity.offset > from || entity.offset + entity.length < to) continue;
      const wrap = entity.type === "text_link" ? link(entity.url) : element(WRAP[entity.type]);
      wrap.append(node);
      node = wrap;
    }
    whole.append(node);
  }
  return whole;
}

function link(url) {
  const safe = /^https?:/.test(url) ? url : "#";
  return element("a", { href: safe, target: "_blank", rel: "noopener noreferrer" });
}

const clock = (seconds) => new Date(seconds * 1000).toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });

function content(message) {
  const bubble = element("div", { class: "bubble" });
  if (message.photo) bubble.append(element("div", { class: "photo" }, "foto"));
  for (const [kind, words] of [["voice", "spraakbericht"], ["video", "video"], ["sticker", "sticker"], ["document", "bestand"]]) {
    if (message[kind]) bubble.append(element("div", {}, words));
  }
  if (message.text) bubble.append(rich(message.text, message.entities));
  if (message.caption) bubble.append(rich(message.caption, message.caption_entities));
  if (message.forum_topic_created) bubble.append(`Nieuw onderwerp: ${message.forum_topic_created.name}`);
  return bubble;
}

function keys(who, message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return element("div", { class: "keys" }, ...rows.map((row) => element("div", {}, ...row.map((button) => element("button", {
    type: "button",
    class: button.style === "danger" ? "danger" : null,
    onclick: () => (button.url ? window.open(button.url, "_blank", "noopener") : act({ who: who(), do: "press", message_id: message.message_id, data: button.callback_data })),
  }, button.text)))));
}

// --- the two phones ---
function drawVisitor(role) {
  const visitor = state.visitors[role];
  const pane = document.getElementById(`pane-${role}`);
  const list = element("ol", { class: "messages", "data-testid": `${role}-messages`, "aria-live": "polite", "aria-label": `Berichten van ${NAMES[role]}`, tabindex: "0" });
  for (const message of visitor.messages) list.append(visitorMessage(role, message));
  if (!visitor.messages.length) {
    list.append(element("li", { class: "empty" }, element("div", {}, LEADS[role]), element("button", { type: "button", onclick: () => act({ who: role, do: "say", text: "/start" }) }, "Start")));
  }
  pane.replaceChildren(
    element("div", { class: "bar" },
      element("h2", { id: `title-${role}` }, NAMES[role], element("small", {}, "praat met de bot")),
      element("div", { class: "tools" },
        element("button", { class: "quiet", type: "button", title: visitor.blocked ? "Deblokkeer de bot" : "Blokkeer de bot", onclick: () => act({ who: role, do: visitor.blocked ? "unblock" : "block" }) }, visitor.blocked ? "Deblokkeer" : "Blokkeer"),
        element("button", { class: "quiet", type: "button", title: "Een nieuwe persoon pakt de telefoon", onclick: () => act({ who: role, do: "reset" }) }, "Nieuw"))),
    list,
    element("div", { class: "hint", hidden: !state.editing[role] }, "Je past een bericht aan.", element("button", { class: "quiet", type: "button", onclick: () => { state.editing[role] = null; drawVisitor(role); } }, "Annuleer")),
    writer(role),
  );
  showNewest(list);
}

// The newest message from its first line, with the question above it: a long answer is read from the top.
function showNewest(list) {
  const newest = list.lastElementChild;
  if (newest) list.scrollTop = newest.offsetTop - list.offsetTop - 70;
}

function visitorMessage(role, message) {
  const mine = message.from?.id !== state.bot;
  return element("li", { "data-testid": "message", class: mine ? "mine" : "theirs" },
    content(message),
    keys(() => role, message),
    element("div", { class: "meta" },
      element("span", {}, clock(message.date) + (message.edit_date ? " · aangepast" : "")),
      message.shown_reaction ? element("span", {}, message.shown_reaction) : null,
      mine && message.text ? element("button", { type: "button", onclick: () => startEdit(role, message) }, "aanpassen") : null,
      mine ? null : element("button", { type: "button", onclick: () => act({ who: role, do: "react", message_id: message.message_id, emoji: message.shown_reaction ? "" : "👍" }) }, message.shown_reaction ? "duim weg" : "duim omhoog")));
}

function startEdit(role, message) {
  state.editing[role] = message.message_id;
  drawVisitor(role);
  const field = document.querySelector(`[data-testid="${role}-input"]`);
  field.value = message.text;
  field.focus();
}

function writer(role, send = null) {
  const field = element("textarea", {
    rows: "1", "data-testid": `${role}-input`, "aria-label": "Typ een bericht", placeholder: "Je bericht…", maxlength: "4096",
    onkeydown: (event) => { if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit(); } },
  });
  const say = send ?? ((text) => {
    const number = state.editing[role];
    state.editing[role] = null;
    return act(number ? { who: role, do: "edit", message_id: number, text } : { who: role, do: "say", text });
  });
  const form = element("form", { class: "write", onsubmit: (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text) { field.value = ""; say(text); }
  } });
  if (!send) form.append(commandMenu(role), photoButton(role));
  form.append(field, element("button", { class: "send", type: "submit", "data-testid": `${role}-send` }, "Stuur"));
  return form;
}

function commandMenu(role) {
  const box = element("div", { class: "commands" });
  const toggle = element("button", { class: "icon", type: "button", "aria-expanded": "false", "aria-label": "Commando's", onclick: () => {
    const open = box.querySelector("ul");
    if (open) { open.remove(); toggle.setAttribute("aria-expanded", "false"); return; }
    toggle.setAttribute("aria-expanded", "true");
    box.append(element("ul", {}, ...state.commands.map((command) => element("li", {}, element("button", { type: "button", onclick: () => act({ who: role, do: "say", text: `/${command.command}` }) }, `/${command.command} `, element("small", {}, command.description))))));
  } }, "/");
  box.append(toggle);
  box.addEventListener("keydown", (event) => { if (event.key === "Escape") { box.querySelector("ul")?.remove(); toggle.setAttribute("aria-expanded", "false"); toggle.focus(); } });
  return box;
}

function photoButton(role) {
  const chooser = element("input", { type: "file", accept: "image/*", class: "sr", tabindex: "-1", "aria-hidden": "true", onchange: async () => {
    const bytes = new Uint8Array(await chooser.files[0].arrayBuffer());
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    act({ who: role, do: "photo", file: btoa(binary) });
  } });
  return element("span", {}, chooser, element("button", { class: "icon", type: "button", "aria-label": "Stuur een foto", onclick: () => chooser.click() }, "foto"));
}

// --- the staff group ---
function drawGroup() {
  const { group } = state;
  const pane = document.getElementById("pane-staff");
  const topics = group.topics.filter((topic) => !topic.deleted);
  if (state.topic && !topics.some((topic) => topic.id === state.topic)) state.topic = null;
  const shown = group.messages.filter((message) => (message.message_thread_id ?? null) === state.topic);
  const list = element("ol", { class: "messages", "data-testid": "staff-messages", "aria-live": "polite", "aria-label": "Berichten in de groep", tabindex: "0" },
    ...shown.map((message) => element("li", { "data-testid": "message", class: message.from?.id === state.member ? "mine" : "theirs" },
      element("span", { class: "who" }, message.from?.is_bot ? "Bot" : message.from?.first_name ?? ""),
      content(message), keys(() => `staff:${state.member}`, message),
      element("div", { class: "meta" }, clock(message.date)))));
  if (!shown.length) list.append(element("li", { class: "empty" }, "Hier komen de signalen en gesprekken binnen. Medewerkers zien nooit wie iemand is."));
  const topicButton = (id, name) => element("li", {}, element("button", { type: "button", "aria-current": String(state.topic === id), onclick: () => { state.topic = id; drawGroup(); } }, name));
  pane.replaceChildren(
    element("div", { class: "bar" },
      element("h2", { id: "title-staff" }, "Medewerkers", element("small", {}, group.title)),
      element("label", {}, element("span", { class: "sr" }, "Wie ben je"), element("select", { class: "quiet", onchange: (event) => { state.member = Number(event.target.value); drawGroup(); } },
        ...group.members.map((member) => element("option", { value: member.id, selected: member.id === state.member }, member.name))))),
    element("div", { class: "group" },
      element("ul", { class: "topics", "aria-label": "Onderwerpen" }, topicButton(null, "Algemeen"), ...topics.map((topic) => topicButton(topic.id, (topic.closed ? "✓ " : "") + topic.name))),
      element("div", { class: "column" }, list, writer("staff", (text) => act({ who: `staff:${state.member}`, do: "say", text, topic: state.topic })))),
  );
  showNewest(list);
}

// --- what the server tells ---
const roleOf = (chat) => Object.keys(state.visitors).find((role) => state.visitors[role].chat === chat);

function redraw(chat) {
  const focused = document.activeElement?.dataset?.testid;
  const typed = document.activeElement?.value;
  const role = roleOf(chat);
  if (role) drawVisitor(role);
  else if (chat === state.group.chat) drawGroup();
  if (focused?.endsWith("-input")) {
    const field = document.querySelector(`[data-testid="${focused}"]`);
    if (field && typed !== undefined) { field.value = typed; field.focus(); }
  }
}

function heard(event) {
  if (event.kind === "snapshot") {
    Object.assign(state, { bot: event.bot, visitors: event.visitors, group: event.group, commands: event.commands });
    state.member ??= event.group.members[0].id;
    drawVisitor("parent"); drawVisitor("youth"); drawGroup();
    return;
  }
  if (event.kind === "commands") { state.commands = event.commands; return; }
  const role = roleOf(event.chat);
  const place = role ? state.visitors[role] : event.chat === state.group?.chat ? state.group : null;
  if (!place) return;
  if (event.kind === "message") place.messages.push(event.message);
  if (event.kind === "edited") place.messages = place.messages.map((old) => (old.message_id === event.message.message_id ? event.message : old));
  if (event.kind === "deleted") place.messages = place.messages.filter((old) => old.message_id !== event.message_id);
  if (event.kind === "reaction") place.messages.forEach((old) => { if (old.message_id === event.message_id) old.shown_reaction = event.emoji; });
  if (event.kind === "blocked") place.blocked = event.blocked;
  if (event.kind === "topic") {
    place.topics = [...place.topics.filter((old) => old.id !== event.topic.id), event.topic];
    if (event.topic.deleted) place.messages = place.messages.filter((old) => old.message_thread_id !== event.topic.id);
  }
  redraw(event.chat);
}

function connect() {
  const status = document.getElementById("connection");
  const socket = new WebSocket(`${location.origin.replace("http", "ws")}/playground/live`);
  socket.addEventListener("open", () => { status.textContent = "verbonden"; status.classList.add("on"); });
  socket.addEventListener("message", (message) => heard(JSON.parse(message.data)));
  socket.addEventListener("close", () => { status.textContent = "verbinding weg, opnieuw proberen…"; status.classList.remove("on"); setTimeout(connect, 1000); });
}

for (const role of ["parent", "youth", "staff"]) {
  document.getElementById(`tab-${role}`).addEventListener("click", () => {
    for (const other of ["parent", "youth", "staff"]) {
      document.getElementById(`pane-${other}`).classList.toggle("shown", other === role);
      document.getElementById(`tab-${other}`).setAttribute("aria-selected", String(other === role));
    }
  });
}
connect();
