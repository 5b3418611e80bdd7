// Search over the archive: words as they are typed, in ASCII or with Turkish letters, with a suffix or without.
// Reads small files from search/data; nothing is sent anywhere. From file:// the indexes on the page do instead.
"use strict";
(() => {
  if (!/^https?:$/.test(location.protocol)) return;
  const form = document.querySelector("form.search");
  const input = form.querySelector("input");
  const note = document.querySelector(".note");
  const found = document.querySelector(".found");
  const told = JSON.parse(document.getElementById("told").textContent);
  const language = document.documentElement.lang;
  const letters = {"ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ə": "e"};
  const AT_ONCE = 6, ENOUGH = 20, EXCERPTS = 12, STEM = 5;

  // The same as briefings/languages/ascii.py.
  const fold = text => text.replace(/I/g, "ı").replace(/İ/g, "i").toLowerCase()
    .replace(/[ıßæœøđðþłə]/g, letter => letters[letter]).normalize("NFKD").replace(/[^\x00-\x7f]/g, "");
  const asked = text => [...text.matchAll(/([\p{L}\p{N}\p{M}]+)(?:['’ʼ‘`´]\p{L}{1,12}(?![\p{L}\p{N}]))?/gu)]
    .map(match => fold(match[1])).filter(word => word.length > 1);
  const read = async path => {
    const answer = await fetch("data/" + path);
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(path);
    return answer.json();
  };
  const part = (word, number) => (word.charCodeAt(0) * 31 + word.charCodeAt(1)) % number;
  const element = (name, text, attributes) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    Object.assign(made, attributes || {});
    return made;
  };

  // How well a word of a text answers a word that was asked for: the same, begins with it, of the same stem, or not.
  const likeness = (word, query) => word === query ? 3 : word.startsWith(query) ? 2
    : query.length >= STEM && word.length >= STEM - 1 && word.slice(0, STEM) === query.slice(0, STEM) ? 1 : 0;

  async function names(words) {
    const files = await Promise.all(words.map(word => read("names/" + word.slice(0, 2) + ".json")));
    const known = new Map();
    (files[0] || []).forEach(row => {
      const parts = fold(row[2] + " " + row[3]).split(/[^a-z0-9]+/);
      if (words.every(word => parts.some(own => own.startsWith(word)))) known.set(row[1], row);
    });
    return [...known.values()];
  }

  async function month([name, number], words) {
    const files = await Promise.all(words.map(word => read(name + "/" + part(word, number) + ".json")));
    let best = null;
    words.forEach((word, place) => {
      const here = new Map();
      for (const [own, articles] of Object.entries(files[place] || {})) {
        const like = likeness(own, word);
        if (like) for (const one of articles) here.set(one, Math.max(like, here.get(one) || 0));
      }
      if (best === null) best = here;
      else for (const [one, like] of best) here.has(one) ? best.set(one, Math.min(like, here.get(one))) : best.delete(one);
    });
    if (!best.size) return [];
    const articles = await read(name + "/articles.json");
    return [...best].map(([one, like]) => ({like, place: one, row: articles[one]})).sort((a, b) => a.place - b.place);
  }

  function nameLink(row) {
    const own = language === "tr" ? row[2] : row[3];
    const line = element("li");
    line.append(element("a", own, {href: `../${language}/${row[1]}/index.html`}));
    const other = language === "tr" ? row[3] : row[2];
    if (other !== own) line.append(" ", element("span", other, {className: "of", lang: language === "tr" ? "en" : "tr"}));
    return line;
  }

  function articleLine({row}) {
    const [title, own, outlet, day, article, rank, turkish, english, marking] = row;
    const page = language === "tr" ? turkish : english;
    const line = element("li", "", {className: "line"});
    const head = element("p");
    const anchor = rank && page.endsWith("/index.html") ? `#s${rank}` : "";
    head.append(page ? element("a", title, {href: `../${page}${anchor}`, lang: own}) : element("span", title, {lang: own}));
    const date = new Intl.DateTimeFormat(language, {dateStyle: "long", timeZone: "UTC"}).format(new Date(day + "T00:00Z"));
    line.append(head, element("p", [outlet, date, told.markings[marking]].filter(Boolean).join(" · "), {className: "of"}));
    line.dataset.source = `../${day}/sources/${article}.txt`;
    line.dataset.own = own;
    return line;
  }

  async function excerpt(line, words) {
    const answer = await fetch(line.dataset.source);
    if (!answer.ok) return;
    const sentences = (await answer.text()).split(/\n+|(?<=[.!?…]["”’']?)\s+/).slice(1);
    const fits = sentence => asked(sentence).some(own => words.some(word => likeness(own, word)));
    const sentence = sentences.find(fits);
    if (sentence) line.append(element("p", sentence, {className: "excerpt", lang: line.dataset.own}));
  }

  let latest = 0;
  async function search(text) {
    const turn = ++latest;
    const words = [...new Set(asked(text))];
    found.replaceChildren();
    found.setAttribute("aria-busy", "false");
    if (!words.length) { note.textContent = text.trim() ? told.short : ""; return; }
    note.textContent = told.searching;
    found.setAttribute("aria-busy", "true");
    const [known, months] = await Promise.all([names(words), read("months.json")]);
    if (turn !== latest) return;
    if (known.length) {
      const list = element("ul", "", {className: "names"});
      list.append(...known.slice(0, 60).map(nameLink));
      found.append(element("h2", told.names_found), list);
    }
    const heading = element("h2", told.texts_found), list = element("ul"), more = element("button", told.more, {type: "button"});
    let next = 0, shown = 0, weak = [];
    const show = hits => {
      const lines = hits.map(articleLine);
      list.append(...lines);
      lines.slice(0, Math.max(0, EXCERPTS - shown)).forEach(line => excerpt(line, words));
      shown += lines.length;
    };
    const further = async () => {
      more.remove();
      const goal = shown + ENOUGH;
      while (next < months.length && shown < goal) {
        const batch = months.slice(next, next + AT_ONCE);
        const hits = (await Promise.all(batch.map(one => month(one, words)))).flat();
        if (turn !== latest) return;
        next += batch.length;
        weak.push(...hits.filter(hit => hit.like === 1));
        show(hits.filter(hit => hit.like > 1));
      }
      if (next >= months.length && !shown) show(weak.slice(0, 100));
      if (shown && !heading.isConnected) found.append(heading, list);
      if (next < months.length) {
        found.append(more);
        note.textContent = `${told.reached} ${months[next - 1][0]}`;
      } else note.textContent = shown || known.length ? "" : told.nothing;
      found.setAttribute("aria-busy", "false");
    };
    more.addEventListener("click", further);
    await further();
  }

  const failed = () => { note.textContent = ""; form.hidden = true; document.querySelector(".without").hidden = false; };
  const run = () => search(input.value).catch(failed);
  form.addEventListener("submit", event => {
    event.preventDefault();
    history.replaceState(null, "", input.value ? "?q=" + encodeURIComponent(input.value) : location.pathname);
    run();
  });
  form.hidden = false;
  document.querySelector(".without").hidden = true;
  input.value = new URLSearchParams(location.search).get("q") || "";
  if (input.value) run(); else input.focus();
})();
