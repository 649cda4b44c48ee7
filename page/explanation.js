// Words and statements point at each other. The page is whole without this: it only marks what belongs together.
(() => {
  const words = [...document.querySelectorAll('.w[data-of]')];
  const notes = [...document.querySelectorAll('.note')];
  const main = document.getElementById('article');
  const said = document.getElementById('said');
  const wordsOf = new Map();
  for (const word of words) {
    for (const id of word.dataset.of.split(' ')) {
      if (!wordsOf.has(id)) wordsOf.set(id, []);
      wordsOf.get(id).push(word);
    }
  }

  const isShown = (element) => element.checkVisibility?.() ?? element.offsetParent !== null;

  // Of all words, and of all notes, one is reached with the Tab key; arrow keys lead on from there.
  const reached = new Map();
  const reach = (all, one) => {
    if (!one) return;
    reached.get(all)?.setAttribute('tabindex', '-1');
    one.setAttribute('tabindex', '0');
    reached.set(all, one);
  };
  reach(words, words.find(isShown));
  reach(notes, notes.find(isShown));

  const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  const short = (line) => (line.length > 160 ? `${line.slice(0, 160)}…` : line);
  const plural = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  const say = (line) => {
    said.textContent = line;
  };

  let marked = [];
  const clear = () => {
    for (const element of marked) {
      element.classList.remove('on');
      if (element.hasAttribute('aria-pressed')) element.setAttribute('aria-pressed', 'false');
    }
    marked = [];
    say('');
  };
  const mark = (elements) => {
    for (const element of elements) {
      element.classList.add('on');
      if (element.hasAttribute('aria-pressed')) element.setAttribute('aria-pressed', 'true');
    }
    marked.push(...elements);
  };
  const show = (element) => element?.scrollIntoView({ block: 'nearest' });
  // What is folded away is unfolded before it is marked.
  const unfold = (elements) => {
    for (const element of elements) {
      const folded = element.closest('details');
      if (folded) folded.open = true;
    }
  };

  const chooseWords = (word) => {
    const own = word.dataset.of.split(' ').flatMap((id) => document.getElementById(id) ?? []);
    clear();
    unfold(own);
    mark([word, ...own]);
    reach(words, word);
    reach(notes, own[0]);
    show(own[0]);
    const problems = own.filter((note) => note.classList.contains('problem')).length;
    const counts = [plural(own.length - problems, 'statement'), problems > 0 && plural(problems, 'problem')];
    say(short(`“${text(word)}”: ${counts.filter(Boolean).join(', ')}. ${own.map(text).join('; ')}`));
  };

  const chooseNote = (note) => {
    const wasChosen = note.getAttribute('aria-pressed') === 'true' && marked[0] === note;
    clear();
    reach(notes, note);
    if (wasChosen) return;
    const part = note.dataset.part && document.getElementById(note.dataset.part);
    const own = wordsOf.get(note.id) ?? [];
    mark([note, ...own, ...(part ? [part] : [])]);
    reach(words, own[0]);
    show(own[0]);
    const quoted = own.map(text).join(' ');
    const from = part ? 'All words of this part' : own.length > 0 ? `“${quoted}”` : 'No words of its own';
    say(short(`${from}: ${text(note)}`));
  };

  // Words that gave nothing themselves are part of the text that the section keeps.
  const choosePart = (part) => {
    const own = [...part.querySelectorAll(':scope > .head [data-part]')];
    clear();
    if (own.length === 0) return say('No statement holds these words.');
    unfold(own);
    mark([part, ...own]);
    reach(notes, own[0]);
    say(short(`No fact was read from these words. All of this part: ${own.map(text).join('; ')}`));
  };

  document.addEventListener('click', ({ target }) => {
    const note = target.closest('.note');
    const word = target.closest('.w[data-of]');
    if (note) chooseNote(note);
    else if (word) chooseWords(word);
    else if (target.closest('.words') && getSelection().isCollapsed) choosePart(target.closest('.part'));
  });

  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const next = (all, from, step) => {
    let at = all.indexOf(from) + step;
    while (all[at] && !isShown(all[at])) at += step;
    return all[at];
  };
  const target = (all, from, key) => {
    if (key === 'Home') return all.find(isShown);
    if (key === 'End') return all.findLast(isShown);
    return steps[key] ? next(all, from, steps[key]) : undefined;
  };

  document.addEventListener('keydown', (event) => {
    const { key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (key === 'Escape') return clear();
    const word = event.target.closest('.w[data-of]');
    const note = event.target.closest('.note');
    if (!word && !note) return;
    if (word && (key === 'Enter' || key === ' ')) {
      event.preventDefault();
      chooseWords(word);
      return;
    }
    const all = word ? words : notes;
    const to = target(all, word ?? note, key);
    if (!to) return;
    event.preventDefault();
    reach(all, to);
    to.focus();
  });

  document.querySelector('.controls')?.addEventListener('change', ({ target: { value } }) => {
    main.dataset.show = value;
    clear();
    // What is hidden cannot be reached.
    for (const all of [words, notes])
      if (reached.get(all) && !isShown(reached.get(all))) reach(all, all.find(isShown));
  });
})();
