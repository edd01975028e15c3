/* What the tests ask of a page. Put into every page before its own scripts run; nothing of this is published. */
window.probes ??= (() => {
  const jumps = [];
  const note = (entries) => {
    for (const entry of entries) {
      if (!entry.hadRecentInput) jumps.push(`${entry.value.toFixed(4)} ${entry.sources.map((source) => name(source.node)).join(", ")}`);
    }
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });

  /** Every jump until now. It is known once it is drawn: with the next frame; what the browser did not tell yet is asked for. */
  const shifts = () =>
    new Promise((done) =>
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          note(observer.takeRecords());
          done(jumps);
        }),
      ),
    );

  document.addEventListener("securitypolicyviolation", (event) => {
    window.reportViolation?.(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });

  /** A name that a developer finds back. */
  function name(node) {
    const element = node instanceof Element ? node : node?.parentElement;
    if (!element) return "?";
    const id = element.id ? `#${element.id}` : "";
    const classes = [...element.classList].map((each) => `.${each}`).join("");
    return `${element.localName}${id}${classes} «${element.textContent.trim().replace(/\s+/g, " ").slice(0, 40)}»`;
  }

  const style = (element) => getComputedStyle(element);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  function isShown(element) {
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0;
  }

  /** Text for screen readers only is cut off on purpose. */
  function isForScreenReaders(element) {
    for (let each = element; each; each = each.parentElement) {
      if (style(each).clipPath !== "none" && each.offsetWidth <= 1) return true;
    }
    return false;
  }

  /** Pieces of text that a reader sees, each with its element and the boxes of its lines. */
  function* texts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || !isShown(element) || isForScreenReaders(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      yield { element, boxes: [...range.getClientRects()].filter((box) => box.width > 0) };
    }
  }

  function blockOf(element) {
    while (["inline", "contents"].includes(style(element).display)) element = element.parentElement;
    return element;
  }

  /** Text that sticks out of its own box (and so lies over something else), or that is cut off. */
  function textOutOfPlace() {
    const found = [];
    for (const { element, boxes } of texts()) {
      const svg = element.closest("svg");
      const frame = (svg ?? blockOf(element)).getBoundingClientRect();
      const slack = svg ? 1 : 0.3 * parseFloat(style(element).fontSize); // letters may be taller than their line
      const isOut = (box) =>
        box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - slack || box.bottom > frame.bottom + slack;
      if (boxes.some(isOut)) found.push(name(element));
    }
    for (const element of all("body *")) {
      if (!["hidden", "clip"].includes(style(element).overflowX) || !isShown(element) || isForScreenReaders(element)) continue;
      if (element.closest("svg")) continue;
      if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) {
        found.push(`afgesneden: ${name(element)}`);
      }
    }
    return found;
  }

  /** What makes the page scroll sideways. */
  function sideways() {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const isFramed = (element) => element.parentElement.closest(".table") !== null;
    const wide = all("body *").filter((each) => isShown(each) && !isFramed(each) && each.getBoundingClientRect().right > width + 1);
    return [`${document.documentElement.scrollWidth} > ${width}`, ...wide.map(name)];
  }

  const CONTROLS = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]';

  /** Of a group of radio buttons the Tab key reaches one: the one that is chosen, or else the first. */
  function isStopOfItsGroup(control) {
    if (control.type !== "radio" || !control.name) return true;
    const group = all(`input[type=radio][name="${CSS.escape(control.name)}"]`).filter((each) => each.form === control.form);
    return control === (group.find((each) => each.checked) ?? group[0]);
  }

  function controls() {
    return all(CONTROLS).filter((element) => isShown(element) && !element.disabled && element.tabIndex >= 0);
  }

  /** Inside a sentence, the size of a control follows from the line (WCAG 2.5.8 exempts it). */
  function isInRunningText(control) {
    if (style(control).display !== "inline") return false;
    const block = blockOf(control);
    const around = all("a, button", block).reduce((text, each) => text.replace(each.textContent, ""), block.textContent);
    return /\p{L}/u.test(around);
  }

  /** Controls outside running text smaller than 24 by 24 pixels. */
  function smallTargets() {
    return controls()
      .filter((control) => !isInRunningText(control) && !isForScreenReaders(control))
      .map((control) => ({ control, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 23.99 || box.height < 23.99)
      .map(({ control, box }) => `${box.width.toFixed(1)}x${box.height.toFixed(1)} ${name(control)}`);
  }

  let stops = [];
  /** Remember every control that the Tab key should reach; gives their names in the order of the page. */
  function expectStops() {
    stops = controls().filter(isStopOfItsGroup);
    return stops.map(name);
  }

  /** The part of a box that shows through the frames that scroll around it. */
  function seen(element, box) {
    let { left, top, right, bottom } = box;
    const frames = [new DOMRect(0, 0, innerWidth, innerHeight)];
    for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) {
      if (style(each).overflowX !== "visible") frames.push(each.getBoundingClientRect());
    }
    for (const frame of frames) {
      [left, top] = [Math.max(left, frame.left), Math.max(top, frame.top)];
      [right, bottom] = [Math.min(right, frame.right), Math.min(bottom, frame.bottom)];
    }
    return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top, isFramed: frames.length > 1 };
  }

  /** Where the keyboard is: which of the expected stops, and what is wrong with how it shows. */
  function stop() {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const box = element.getBoundingClientRect();
    const first = [...element.getClientRects()].find((each) => each.width > 0) ?? box;
    const wrong = [];
    // What is larger than the screen cannot fit; in a frame that scrolls, browsers are content with a good part.
    const { width, height, isFramed } = seen(element, box);
    const isLarge = box.height > innerHeight || box.width > innerWidth;
    const enough = (part, whole) => part >= (isFramed || isLarge || element.tagName === "TEXTAREA" ? Math.min(24, whole) : whole) - 1;
    if (!enough(width, box.width) || !enough(height, box.height)) wrong.push("niet in beeld");
    const { x, y } = seen(element, first);
    if (!element.contains(document.elementFromPoint(x, y))) wrong.push(`bedekt door ${name(document.elementFromPoint(x, y))}`);
    if (style(element).outlineStyle === "none" || parseFloat(style(element).outlineWidth) < 2) wrong.push("geen rand");
    const place = element.closest("main, nav, header, footer");
    return {
      index: stops.indexOf(element),
      name: name(element),
      wrong,
      place: place ? name(place) : "",
      left: box.left + scrollX,
      top: box.top + scrollY,
      bottom: box.bottom + scrollY,
      scrolls: element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight,
    };
  }

  /** How light the page behind the text is, from 0 (black) to 1 (white). */
  function lightness() {
    return luminance(style(document.documentElement).backgroundColor);
  }

  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);

  function luminance(colour) {
    const [red, green, blue] = channels(colour).map((each) => {
      const part = each / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  /** Contrast of a text with the nearest filled box around it: for what axe cannot decide (in a picture, scrolled away). */
  function contrast(element) {
    const ink = element.closest("svg") ? style(element).fill : style(element).color;
    let box = element.closest("svg") ?? element;
    while (box && (channels(style(box).backgroundColor)[3] ?? 1) === 0) box = box.parentElement;
    const [light, dark] = [ink, style(box).backgroundColor].map(luminance).sort((one, other) => other - one);
    return (light + 0.05) / (dark + 0.05);
  }

  /** The spacing that readers may set (WCAG 1.4.12). */
  function spread() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }" +
        "p { margin-bottom: 2em !important; }",
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }

  /** Whatever moves or may move by itself. */
  function moving() {
    const long = (value) => value.split(",").some((each) => parseFloat(each) > 0);
    const may = all("*").filter((each) => long(style(each).transitionDuration) || long(style(each).animationDuration));
    return [...document.getAnimations().map((each) => name(each.effect.target)), ...may.map(name)];
  }

  /** The pieces of text inside an element that this medium shows, opened or not. */
  function textsOnPaper(root = document.querySelector("main")) {
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let element = node.parentElement;
      if (element.closest("noscript, select, svg title")) continue;
      const isHidden = (each) => style(each).display === "none" || getComputedStyle(each, "::details-content").display === "none";
      while (element && !isHidden(element)) element = element.parentElement;
      if (!element && node.data.trim() && !isForScreenReaders(node.parentElement)) found.push(node.data);
    }
    return found;
  }

  /** Headings and terms on paper, with the size of their letters in points. */
  function headingsOnPaper() {
    const found = all("main :is(h1, h2, h3, h4, h5, dt)").filter(isShown);
    return found.map((each) => [each.textContent, each.localName, parseFloat(style(each).fontSize) * 0.75]);
  }

  return {
    all, contrast, controls, expectStops, headingsOnPaper, isForScreenReaders, isShown, lightness, moving, name, shifts, sideways, smallTargets,
    spread, stop, style, textOutOfPlace, textsOnPaper,
  };
})();
