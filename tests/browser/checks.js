// What visit.py asks of a page from inside it. Evaluated as one expression; it leaves `checks`.
void (window.checks = (() => {
  const FOCUSABLE = "a[href], area[href], button, input, select, textarea, summary, iframe, " +
    "audio[controls], video[controls], [contenteditable], [tabindex]";

  const named = (element) => {
    const id = element.id ? `#${element.id}` : "";
    const text = (element.innerText ?? element.textContent).trim();
    const start = text.replace(/\s+/g, " ").slice(0, 40);
    return element.localName + id + (start ? ` "${start}"` : "");
  };

  const all = (selector) => [...document.querySelectorAll(selector)];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const takesTab = (element) => element.tabIndex >= 0 && !element.disabled && shown(element);
  const isPage = (element) => element === document.documentElement || element === document.body;

  const flows = (element) => {
    const style = getComputedStyle(element);
    return [[style.overflowX, element.scrollWidth - element.clientWidth],
            [style.overflowY, element.scrollHeight - element.clientHeight]];
  };
  const scrolls = (element) => !isPage(element) && shown(element) &&
    flows(element).some(([how, over]) => /auto|scroll/.test(how) && over > 1);
  const cutsOff = (element) => !isPage(element) && shown(element) && element.clientWidth > 1 &&
    flows(element).some(([how, over]) => /hidden|clip/.test(how) && over > 1);
  const withKeys = (element) => takesTab(element) && element.matches(FOCUSABLE) ||
    [...element.querySelectorAll(FOCUSABLE)].some(takesTab);

  const look = (element) => {
    const style = getComputedStyle(element);
    return [style.boxShadow, style.backgroundColor, style.borderColor, style.borderWidth].join();
  };
  const outlined = (element) => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 &&
      !/, 0\)$|\/ 0\)$/.test(style.outlineColor);
  };
  const outside = (element) => {
    const [box, frame] = [element, element.ownerSVGElement].map((e) => e.getBoundingClientRect());
    return box.left < frame.left - 1 || box.right > frame.right + 1 ||
      box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
  };
  const inWindow = (element) => [...element.getClientRects()].some((box) =>
    box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0 &&
    box.left < innerWidth && box.top < innerHeight);

  const checks = {
    stops: [],

    start() {
      const body = document.body; // blur() alone would go on from where the focus was
      body.tabIndex = -1;
      body.focus();
      body.removeAttribute("tabindex");
      scrollTo(0, 0);
      checks.stops = all(FOCUSABLE).filter(takesTab);
      checks.looks = checks.stops.map(look);
      checks.reached = new Set();
      checks.unseen = new Set();
    },

    arrived() {
      const element = document.activeElement;
      const place = checks.stops.indexOf(element);
      if (place < 0) return;
      checks.reached.add(element);
      const seen = outlined(element) || look(element) !== checks.looks[place];
      if (!seen || !inWindow(element)) checks.unseen.add(element);
    },

    keyboardFaults() {
      const missed = checks.stops.filter((element) => !checks.reached.has(element));
      const scrolling = all("*").filter((element) => scrolls(element) && !withKeys(element));
      return [
        ...missed.map((element) => `keyboard: Tab does not reach ${named(element)}`),
        ...scrolling.map((element) => `keyboard: only a mouse can scroll ${named(element)}`),
        ...[...checks.unseen].map((element) => `keyboard: focus is not seen on ${named(element)}`),
      ];
    },

    reflowFaults() {
      const width = document.documentElement.clientWidth;
      const scrollers = all("*").filter(scrolls);
      const held = (element) => scrollers.some((region) =>
        region !== element && region.contains(element));
      const right = (element) => {
        const box = element.getBoundingClientRect();
        const spills = element.clientWidth > 0 && getComputedStyle(element).overflowX === "visible";
        return scrollX + (spills ? Math.max(box.right, box.left + element.scrollWidth) : box.right);
      };
      const wide = all("body :not(svg *)").filter((element) =>
        shown(element) && !held(element) && right(element) > width + 1);
      const inner = wide.filter((element) => !wide.some((other) =>
        other !== element && element.contains(other)));
      const over = document.documentElement.scrollWidth - width;
      return [
        ...inner.slice(0, 10).map((element) => `reflow: ${named(element)} is too wide`),
        ...(over > 1 && !inner.length ? [`reflow: the page is ${over} pixels too wide`] : []),
        ...[...all("body :not(svg *)").filter(cutsOff), ...all("svg text").filter(outside)]
          .map((element) => `reflow: ${named(element)} is cut off`),
        ...scrollers.filter((element) => !withKeys(element))
          .map((element) => `reflow: only a mouse can scroll ${named(element)}`),
      ];
    },
  };
  return checks;
})());
