// SPDX-License-Identifier: Apache-2.0

/* The map on the page: moving, zooming, choosing, filtering, folding. */

const map = {
  folded: firstFolds(),
  view: { k: 1, x: 0, y: 0 },
  layout: null,
  drawn: null,
  world: null,
  labels: null,
  chosen: null,
  walk: -1,
  roomy: false,
  rest: 0,
  size: { width: 1200, height: 700 },
};
const canvas = byId('map-canvas');
const SCALE = { least: 0.03, most: 4 };

function showMap(wanted) {
  const { width, height } = measure();
  if (!map.layout || width !== map.size.width || height !== map.size.height) redraw(true);
  const asset = wanted ? assetAt(wanted) : undefined;
  if (asset) reveal(asset);
}

function measure() {
  const box = canvas.getBoundingClientRect();
  return { width: box.width || 1200, height: box.height || 700 };
}

function redraw(refit) {
  map.size = measure();
  const { width, height } = map.size;
  map.roomy = width > 760;
  map.layout = layoutMap(map.folded, width / height);
  map.drawn = drawMap(map.layout, linesOf(map.folded), byId('map-colour').value, 40000);
  map.world = map.drawn.root;
  map.labels = svg(
    'g',
    { class: 'labels', 'aria-hidden': 'true' },
    map.layout.bands.map(band =>
      svg(
        'g',
        { class: 'band-label' },
        svg('text', { class: 'band-level' }, 'Level ' + band.level),
        svg('text', { class: 'band-name', y: 15 }, cut(LEVEL_NAMES.get(band.level), 26)),
        svg('text', { class: 'more', y: 30 }, plural(band.assets, 'asset')),
      ),
    ),
  );
  canvas.replaceChildren(map.world, map.labels);
  byId('map-fold').textContent = map.folded.size > 0 ? 'Unfold' : 'Fold';
  map.adjacent = new Map();
  for (const { line } of map.drawn.edges.values()) {
    for (const end of [line.a, line.b]) {
      if (!map.adjacent.has(end)) map.adjacent.set(end, []);
      map.adjacent.get(end).push(line);
    }
  }
  if (refit) fit();
  else apply();
  filterMap();
  choose(map.chosen && present(map.chosen) ? map.chosen : null);
}

const present = key => map.drawn.nodes.has(key) || map.drawn.edges.has(key);

// ---- moving

function apply() {
  const { k, x, y } = map.view;
  map.world.setAttribute('transform', `translate(${x} ${y}) scale(${k})`);
  canvas.classList.toggle('far', k < 0.5);
  canvas.classList.toggle('farther', k < 0.33);
  const { height } = map.size;
  [...map.labels.children].forEach((label, i) => {
    const band = map.layout.bands[i];
    const top = y + band.y * k;
    const bottom = top + band.height * k;
    const middle = map.roomy
      ? Math.max(top + 16, Math.min(bottom - 36, (Math.max(top, 0) + Math.min(bottom, height)) / 2 - 8))
      : Math.max(top + 14, Math.min(bottom - 8, 14));
    label.setAttribute('transform', `translate(10 ${middle.toFixed(1)})`);
    label.classList.toggle('gone', bottom < 8 || top > height - 8 || band.height * k < 15);
    label.classList.toggle('briefest', !map.roomy || band.height * k < 34);
    label.classList.toggle('brief', !map.roomy || band.height * k < 62);
  });
}

function fit() {
  const { width, height } = map.size;
  const left = map.roomy ? 150 : 8;
  const k = Math.max(
    SCALE.least,
    Math.min((width - left - 16) / map.layout.width, (height - 20) / map.layout.height, 1.3),
  );
  map.view = {
    k,
    x: left + (width - left - 16 - map.layout.width * k) / 2,
    y: Math.max(10, (height - map.layout.height * k) / 2),
  };
  apply();
}

function zoom(by, atX, atY) {
  moving();
  const { width, height } = map.size;
  const x = atX ?? width / 2;
  const y = atY ?? height / 2;
  const k = Math.max(SCALE.least, Math.min(SCALE.most, map.view.k * by));
  const real = k / map.view.k;
  map.view = { k, x: x - (x - map.view.x) * real, y: y - (y - map.view.y) * real };
  apply();
}

/** A map of very many lines is moved without them: they come back when the hand rests. */
function moving() {
  if (map.drawn.edges.size <= 1200) return;
  canvas.classList.add('moving');
  clearTimeout(map.rest);
  map.rest = setTimeout(() => canvas.classList.remove('moving'), 350);
}

function pan(dx, dy) {
  moving();
  map.view.x += dx;
  map.view.y += dy;
  apply();
}

function centre(key) {
  const spot = map.drawn.nodes.get(key)?.spot;
  if (!spot) return;
  const { width, height } = map.size;
  const k = Math.max(map.view.k, 0.8);
  const free = map.roomy ? width - 360 : width;
  map.view = { k, x: free / 2 - spot.x * k, y: (map.roomy ? height / 2 : height / 4) - spot.y * k };
  apply();
}

/** Unfolds what hides an asset, chooses it and moves there. */
function reveal(asset) {
  const hidden = [groupOf(asset).key, asset.root && 'gateway ' + asset.root.id].filter(
    key => key && map.folded.has(key),
  );
  for (const key of hidden) map.folded.delete(key);
  if (hidden.length > 0) redraw(false);
  choose('a ' + asset.id);
  centre('a ' + asset.id);
}

// ---- choosing and lighting

function choose(key) {
  map.chosen = key;
  light(key);
  for (const old of canvas.querySelectorAll('.chosen')) old.classList.remove('chosen');
  const thing = key && (map.drawn.nodes.get(key) || map.drawn.edges.get(key));
  thing?.element.classList.add('chosen');
  showPanel(thing);
}

/** Lights a thing and its neighbours, dims the rest; null lights everything. */
function light(key) {
  canvas.classList.toggle('focus', Boolean(key));
  for (const old of canvas.querySelectorAll('.lit')) old.classList.remove('lit');
  if (!key) return;
  const edge = map.drawn.edges.get(key);
  const lines = edge ? [edge.line] : map.adjacent.get(key) || [];
  map.drawn.nodes.get(key)?.element.classList.add('lit');
  for (const line of lines) {
    map.drawn.edges.get(line.key).element.classList.add('lit');
    for (const end of [line.a, line.b]) map.drawn.nodes.get(end)?.element.classList.add('lit');
  }
}

function fold(key) {
  const anchor = [...map.drawn.nodes.values()].find(
    ({ spot }) =>
      (spot.box?.group.key ?? (spot.asset && groupOf(spot.asset).key)) === key || 'gateway ' + spot.asset?.id === key,
  );
  const before = anchor && { x: anchor.spot.x * map.view.k + map.view.x, y: anchor.spot.y * map.view.k + map.view.y };
  if (!map.folded.delete(key)) map.folded.add(key);
  redraw(false);
  const after = [...map.drawn.nodes.values()].find(
    ({ spot }) =>
      (spot.box?.group.key ?? (spot.asset && groupOf(spot.asset).key)) === key || 'gateway ' + spot.asset?.id === key,
  );
  if (before && after)
    pan(before.x - (after.spot.x * map.view.k + map.view.x), before.y - (after.spot.y * map.view.k + map.view.y));
}

function foldAll() {
  if (map.folded.size > 0) map.folded.clear();
  else
    map.folded = new Set([
      ...groups.filter(group => group.members.length > 1).map(group => group.key),
      ...[...behindOf.keys()].map(id => 'gateway ' + id),
    ]);
  redraw(true);
}

// ---- filter: what does not fit is dimmed where it stands, nothing moves

function filterMap() {
  const want = {
    text: byId('map-text').value,
    protocol: byId('map-protocol').value,
    verb: byId('map-verb').value,
    level: byId('map-level').value,
  };
  const on = Object.values(want).some(Boolean);
  canvas.classList.toggle('filtered', on);
  byId('map-clear').disabled = !on;
  const named = matcher(want.text);
  const fits = talk =>
    (!want.protocol || talk.protocol === want.protocol) &&
    (!want.verb || list(talk.operations).some(operation => operation.verb === want.verb));
  const own = asset => (!want.level || level(asset) === want.level) && (!want.text || named(assetText(asset)));
  const ends = talk => [assetById.get(talk.client), assetById.get(talk.server)].some(asset => asset && own(asset));
  const touched = new Set();
  for (const { line, element } of map.drawn.edges.values()) {
    const stays = !on || line.talks.some(talk => fits(talk) && ends(talk));
    element.classList.toggle('off', !stays);
    if (stays) touched.add(line.a).add(line.b);
  }
  const alone = !want.protocol && !want.verb;
  for (const [key, { spot, element }] of map.drawn.nodes) {
    const within = spot.box
      ? spot.box.group.members.flatMap(asset => [asset, ...behind(asset)])
      : [spot.asset, ...(spot.cell && !spot.cell.open ? spot.cell.devices : [])];
    const stays = !on || touched.has(key) || (alone && within.some(own));
    element.classList.toggle('off', !stays);
    element.classList.toggle('found', Boolean(want.text) && within.some(own));
  }
}

function findFirst() {
  const named = matcher(byId('map-text').value);
  const hit = assets.find(asset => named(assetText(asset)));
  if (hit) reveal(hit);
}

/** n and p: the next and previous thing drawn, band by band, for those who use no pointer. */
function walk(by) {
  const keys = [...map.drawn.nodes.keys()];
  if (keys.length === 0) return;
  const from = map.chosen ? keys.indexOf(map.chosen) : map.walk;
  map.walk = (Math.max(from, by > 0 ? -1 : 0) + by + keys.length) % keys.length;
  choose(keys[map.walk]);
  centre(keys[map.walk]);
}

// ---- hands

function listenToMap() {
  const touches = new Map();
  let from = null;
  let moved = false;
  const local = event => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  canvas.addEventListener(
    'wheel',
    event => {
      event.preventDefault();
      const at = local(event);
      zoom(
        Math.exp(
          -Math.max(-240, Math.min(240, event.deltaY * (event.deltaMode === 1 ? 16 : 1))) *
            (event.ctrlKey ? 0.008 : 0.0016),
        ),
        at.x,
        at.y,
      );
    },
    { passive: false },
  );
  canvas.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    touches.set(event.pointerId, local(event));
    if (touches.size === 1) {
      from = { target: event.target, ...local(event) };
      moved = false;
    }
  });
  canvas.addEventListener('pointermove', event => {
    const before = touches.get(event.pointerId);
    if (!before) return;
    const now = local(event);
    if (touches.size === 2) {
      const other = [...touches].find(([id]) => id !== event.pointerId)[1];
      zoom(
        Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y)),
        (now.x + other.x) / 2,
        (now.y + other.y) / 2,
      );
      pan((now.x - before.x) / 2, (now.y - before.y) / 2);
      moved = true;
    } else if (moved || Math.hypot(now.x - from.x, now.y - from.y) > 4) {
      moved = true;
      canvas.classList.add('dragging');
      pan(now.x - before.x, now.y - before.y);
    }
    touches.set(event.pointerId, now);
  });
  const end = event => {
    const known = touches.delete(event.pointerId);
    canvas.classList.remove('dragging');
    if (known && event.type === 'pointerup' && touches.size === 0 && !moved) click(from.target);
  };
  canvas.addEventListener('pointerup', end);
  canvas.addEventListener('pointercancel', end);
  canvas.addEventListener('pointerover', event => {
    if (touches.size > 0 || map.chosen) return;
    light(event.target.closest('[data-key]')?.dataset.key ?? event.target.closest('[data-line]')?.dataset.line ?? null);
  });
  canvas.addEventListener('pointerleave', () => touches.size === 0 && light(map.chosen));
  canvas.addEventListener('dblclick', event => {
    const box = map.drawn.nodes.get(event.target.closest('[data-key]')?.dataset.key)?.spot.box;
    if (box) fold(box.group.key);
  });
  canvas.addEventListener('keydown', onMapKey);
}

function click(target) {
  const folds = target.closest('[data-fold]');
  const node = target.closest('[data-key]');
  const line = target.closest('[data-line]');
  if (folds && (!node || node.contains(folds))) fold(folds.dataset.fold);
  else choose(node?.dataset.key ?? line?.dataset.line ?? null);
}

const MAP_KEYS = new Map([
  ['+', () => zoom(1.3)],
  ['=', () => zoom(1.3)],
  ['-', () => zoom(1 / 1.3)],
  ['0', fit],
  ['ArrowLeft', () => pan(80, 0)],
  ['ArrowRight', () => pan(-80, 0)],
  ['ArrowUp', () => pan(0, 80)],
  ['ArrowDown', () => pan(0, -80)],
  ['n', () => walk(1)],
  ['p', () => walk(-1)],
  ['Escape', () => choose(null)],
  ['Enter', () => map.chosen && byId('map-panel').querySelector('a, button')?.focus()],
]);

function onMapKey(event) {
  const act = MAP_KEYS.get(event.key);
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
}

function prepareMap() {
  const options = (id, values) =>
    byId(id).replaceChildren(new Option('all', ''), ...values.map(([of, text]) => new Option(cut(text, 34), of)));
  options(
    'map-protocol',
    [...new Set(conversations.map(talk => talk.protocol))].sort(NATURAL.compare).map(of => [of, of]),
  );
  options(
    'map-verb',
    [...new Set(conversations.flatMap(talk => list(talk.operations).map(operation => operation.verb)))]
      .sort((a, b) => risk(b) - risk(a) || NATURAL.compare(a, b))
      .map(of => [of, of]),
  );
  options(
    'map-level',
    LEVELS.filter(l => assets.some(asset => level(asset) === l)).map(l => [l, `${l} ${LEVEL_NAMES.get(l)}`]),
  );
  byId('map-filter').addEventListener('input', event =>
    event.target.id === 'map-colour' ? redraw(false) : filterMap(),
  );
  byId('map-filter').addEventListener('submit', event => {
    event.preventDefault();
    findFirst();
  });
  byId('map-clear').addEventListener('click', () => {
    for (const id of ['map-text', 'map-protocol', 'map-verb', 'map-level']) byId(id).value = '';
    filterMap();
  });
  byId('map-colour').addEventListener('change', drawLegend);
  byId('map-in').addEventListener('click', () => zoom(1.3));
  byId('map-out').addEventListener('click', () => zoom(1 / 1.3));
  byId('map-fit').addEventListener('click', fit);
  byId('map-fold').addEventListener('click', foldAll);
  listenToMap();
  drawLegend();
}

function legendFor(colour) {
  const lines =
    colour === 'family'
      ? [...FAMILIES.map(([key, name]) => [key, name]), ['other', 'other']]
          .filter(([key]) => conversations.some(talk => familyOf(talk.protocol) === key))
          .map(([key, name]) => ['family-' + key, name])
      : RISKS.filter(([n]) => conversations.some(talk => riskClass(talk.risk) === riskClass(n))).map(([n, name]) => [
          riskClass(n),
          name,
        ]);
  const kinds = ROLE_FAMILIES.filter(([key]) => assets.some(asset => roleFamily(asset.role) === key));
  return h(
    'div',
    { class: 'legend' },
    h(
      'div',
      {},
      h('b', {}, colour === 'family' ? 'Most used protocol' : 'Riskiest operation'),
      lines.map(([of, name]) => h('span', {}, h('i', { class: 'stroke ' + of }), name)),
    ),
    h(
      'div',
      {},
      h('b', {}, 'Kind'),
      kinds.map(([key, name]) => h('span', {}, h('i', { class: 'swatch role-' + key }), name)),
    ),
  );
}

function drawLegend() {
  byId('map-legend').replaceChildren(legendFor(byId('map-colour').value));
}
