// SPDX-License-Identifier: Apache-2.0

/*
 * Where everything of the map stands. Bands are Purdue levels from business down to process, in a band the subnets,
 * in a subnet its assets, under a gateway what hangs on it. The same data give the same picture: no chance, no physics.
 */

const CELL = { width: 118, height: 86 };
const SMALL = { width: 82, height: 66 };
const CHIP = { width: 178, height: 82 };
const GROUP = { head: 22, pad: 6, gap: 24 };
const BAND = { pad: 10, gap: 6, least: 80 };
const MOST_IN_BAND = 300;
const MOST_DRAWN = 160;
const MOST_UNDER_GATEWAY = 8;

/** The subnets: key, level, zone, the assets that stand in it by themselves (those behind a gateway stand under it). */
const groups = (() => {
  const byKey = new Map();
  for (const asset of assets) {
    if (asset.root) continue;
    const zone = asset.role === 'group' ? 'multicast' : asset.zoneHint || 'no subnet';
    const key = level(asset) + '|' + zone;
    if (!byKey.has(key)) byKey.set(key, { key, level: level(asset), zone, members: [] });
    byKey.get(key).members.push(asset);
    asset.group = byKey.get(key);
  }
  const ranks = [...ROLES.keys()];
  const byRole = (a, b) =>
    ranks.indexOf(iconName(a.role)) - ranks.indexOf(iconName(b.role)) || NATURAL.compare(a.id, b.id);
  for (const group of byKey.values()) group.members.sort(byRole);
  return [...byKey.values()].sort(
    (a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || NATURAL.compare(a.zone, b.zone),
  );
})();

const groupOf = asset => (asset.root ?? asset).group;
const behind = asset => behindOf.get(asset.id) || [];

/** What is folded at first: subnets of bands too full to read, fullest first, and gateways with many devices. */
function firstFolds() {
  const folded = new Set();
  const fullness = new Map(LEVELS.map(l => [l, 0]));
  for (const group of groups) fullness.set(group.level, fullness.get(group.level) + group.members.length);
  let drawn = assets.filter(asset => !asset.root).length;
  for (const [l, full] of [...fullness].sort((a, b) => b[1] - a[1])) {
    if (full <= MOST_IN_BAND && drawn <= MOST_DRAWN) break;
    for (const group of groups) if (group.level === l && group.members.length > 1) folded.add(group.key);
    drawn -= full;
  }
  for (const [id, devices] of behindOf) if (devices.length > MOST_UNDER_GATEWAY) folded.add('gateway ' + id);
  return folded;
}

/** Places items left to right on shelves no wider than most; returns the size they take. */
function shelve(items, most, gapX, gapY) {
  let x = 0;
  let y = 0;
  let tall = 0;
  let width = 0;
  let shelf = [];
  const shelves = [];
  const close = () => {
    if (shelf.length > 0) shelves.push({ items: shelf, width: x - gapX, y, height: tall });
    y += tall + gapY;
    width = Math.max(width, x - gapX);
    x = tall = 0;
    shelf = [];
  };
  for (const item of items) {
    if (x > 0 && x + item.width > most) close();
    item.x = x;
    item.y = y;
    x += item.width + gapX;
    tall = Math.max(tall, item.height);
    shelf.push(item);
  }
  close();
  return { width: Math.max(0, width), height: Math.max(0, y - gapY), shelves };
}

/** An asset's cell: itself, and under a gateway its devices in a small grid. */
function cellOf(asset, folded) {
  const devices = behind(asset);
  if (devices.length === 0 || folded.has('gateway ' + asset.id))
    return { asset, devices, open: false, width: CELL.width, height: CELL.height, children: [] };
  const children = devices
    .slice()
    .sort((a, b) => NATURAL.compare(a.unit || a.id, b.unit || b.id))
    .map(device => ({ asset: device, width: SMALL.width, height: SMALL.height }));
  const columns = Math.min(8, Math.max(Math.min(children.length, 6), Math.ceil(Math.sqrt(children.length * 2.5))));
  const size = shelve(children, columns * SMALL.width, 0, 0);
  return {
    asset,
    devices,
    open: true,
    children,
    grid: size,
    width: Math.max(CELL.width, size.width + 12),
    height: CELL.height + 6 + size.height,
  };
}

function boxOf(group, folded) {
  if (folded.has(group.key)) return { group, folded: true, width: CHIP.width, height: CHIP.height };
  const cells = group.members.map(asset => cellOf(asset, folded));
  const columns = cells.length <= 8 ? 8 : Math.max(8, Math.ceil(Math.sqrt(cells.length * 2.2)));
  const size = shelve(cells, Math.max(columns * CELL.width, ...cells.map(cell => cell.width)), 0, 4);
  return {
    group,
    cells,
    width: Math.max(size.width, 132) + 2 * GROUP.pad,
    height: size.height + GROUP.head + GROUP.pad,
  };
}

/** The whole picture for a shape of paper (width / height): bands, boxes, and the place of everything drawn. */
function layoutMap(folded, shape) {
  const boxes = groups.map(group => boxOf(group, folded));
  const area = boxes.reduce((sum, box) => sum + (box.width + GROUP.gap) * (box.height + 2 * BAND.pad), 0);
  const wanted = Math.sqrt(area * Math.min(2.4, Math.max(0.5, shape)) * 1.15);
  const width = Math.max(shape < 0.9 ? 420 : 980, wanted, ...boxes.map(box => box.width));
  arrange(boxes, folded);
  const bands = [];
  let y = 0;
  for (const l of LEVELS) {
    const own = boxes.filter(box => box.group.level === l);
    if (own.length === 0) continue;
    const size = shelve(own, width, GROUP.gap, 16);
    const height = Math.max(BAND.least, size.height + 2 * BAND.pad + (shape < 0.9 ? 12 : 0));
    for (const shelf of size.shelves) {
      for (const box of shelf.items) {
        box.x += (width - shelf.width) / 2;
        box.y += y + (height - size.height) / 2 + (shape < 0.9 ? 6 : 0);
      }
    }
    const standing = own.flatMap(box => box.group.members);
    bands.push({ level: l, y, height, assets: standing.reduce((sum, asset) => sum + 1 + behind(asset).length, 0) });
    y += height + BAND.gap;
  }
  return { width, height: Math.max(1, y - BAND.gap), bands, boxes, spots: spotsOf(boxes) };
}

/** Orders boxes, and the cells of one-row boxes, by where those they talk to stand: fewer lines cross. */
function arrange(boxes, folded) {
  const at = new Map();
  const place = () => {
    for (const l of LEVELS) {
      let x = 0;
      const own = boxes.filter(box => box.group.level === l);
      const whole = own.reduce((sum, box) => sum + box.width, 0);
      for (const box of own) {
        (box.cells || []).forEach((cell, i) => at.set(cell.asset.id, x + (i % 8) * CELL.width - whole / 2));
        if (!box.cells) for (const asset of box.group.members) at.set(asset.id, x - whole / 2);
        x += box.width;
      }
    }
  };
  const mean = (some, otherwise) => (some.length > 0 ? some.reduce((sum, n) => sum + n, 0) / some.length : otherwise);
  const pull = asset =>
    mean(
      [asset, ...behind(asset)]
        .flatMap(one => talksOf.get(one.id))
        .map(talk => {
          const other = assetById.get(talk.client === asset.id ? talk.server : talk.client);
          return other && groupOf(other)?.level !== level(asset) ? at.get((other.root ?? other).id) : undefined;
        })
        .filter(x => x !== undefined),
      at.get(asset.id),
    );
  place();
  for (let sweep = 0; sweep < 3; sweep++) {
    for (const box of boxes) {
      if (box.cells && box.cells.length <= 8)
        sortBy(
          box.cells,
          cell => pull(cell.asset),
          cell => cell.asset.id,
        );
      box.pull = mean(box.group.members.map(pull), 0);
    }
    boxes.sort(
      (a, b) =>
        LEVELS.indexOf(a.group.level) - LEVELS.indexOf(b.group.level) ||
        a.pull - b.pull ||
        NATURAL.compare(a.group.zone, b.group.zone),
    );
    place();
  }
}

function sortBy(items, key, tie) {
  const keys = new Map(items.map(item => [item, key(item)]));
  items.sort((a, b) => keys.get(a) - keys.get(b) || NATURAL.compare(tie(a), tie(b)));
}

/** Key of what is drawn -> centre of its icon and radius. "a id" is an asset, "g level|zone" a folded subnet. */
function spotsOf(boxes) {
  const spots = new Map();
  for (const box of boxes) {
    if (box.folded) {
      spots.set('g ' + box.group.key, {
        x: box.x + box.width / 2,
        y: box.y + box.height / 2,
        half: box.height / 2,
        box,
      });
      continue;
    }
    for (const cell of box.cells) {
      const left = box.x + GROUP.pad + (cell.x || 0);
      const top = box.y + GROUP.head + cell.y;
      spots.set('a ' + cell.asset.id, { x: left + cell.width / 2, y: top + 25, half: 24, cell, asset: cell.asset });
      for (const child of cell.children) {
        const inset = (cell.width - cell.grid.width) / 2;
        spots.set('a ' + child.asset.id, {
          x: left + inset + child.x + child.width / 2,
          y: top + CELL.height + 6 + child.y + 18,
          half: 16,
          small: true,
          asset: child.asset,
          parent: cell,
        });
      }
    }
  }
  return spots;
}

/** The key of the thing that shows an asset: itself, the gateway or the subnet it is folded into. */
function shownAs(asset, folded) {
  const group = groupOf(asset);
  if (folded.has(group.key)) return 'g ' + group.key;
  if (asset.root && folded.has('gateway ' + asset.root.id)) return 'a ' + asset.root.id;
  return 'a ' + asset.id;
}

/** One line for each pair of things drawn, with every conversation between them. */
function linesOf(folded) {
  const lines = new Map();
  for (const talk of conversations) {
    const client = assetById.get(talk.client);
    const server = assetById.get(talk.server);
    if (!client || !server) continue;
    const from = shownAs(client, folded);
    const to = shownAs(server, folded);
    if (from === to) continue;
    const turned = from > to;
    const [a, b] = turned ? [to, from] : [from, to];
    const key = JSON.stringify([a, b]);
    if (!lines.has(key)) lines.set(key, { key, a, b, talks: [], risk: 0, packets: 0, toA: false, toB: false });
    const line = lines.get(key);
    line.talks.push(talk);
    line.risk = Math.max(line.risk, talk.risk);
    line.packets += talk.packets;
    if (turned) line.toA = true;
    else line.toB = true;
  }
  for (const line of lines.values())
    line.family = familyOf(line.talks.reduce((top, talk) => (talk.packets > top.packets ? talk : top)).protocol);
  return [...lines.values()].sort((x, y) => x.risk - y.risk || x.packets - y.packets || (x.key < y.key ? -1 : 1));
}

/** The curve between two spots: vertical between bands, an arch between neighbours. */
function curve(a, b) {
  const n = v => Math.round(v * 10) / 10;
  if (Math.abs(a.y - b.y) < 30) {
    const rise = Math.min(64, 16 + Math.abs(a.x - b.x) * 0.12);
    const aside = (b.x - a.x) * 0.2;
    const start = `M${n(a.x)} ${n(a.y - a.half)}C${n(a.x + aside)} ${n(a.y - a.half - rise)}`;
    return `${start} ${n(b.x - aside)} ${n(b.y - b.half - rise)} ${n(b.x)} ${n(b.y - b.half)}`;
  }
  const down = a.y < b.y ? 1 : -1;
  const from = a.y + down * a.half;
  const to = b.y - down * b.half;
  const middle = n((from + to) / 2);
  return `M${n(a.x)} ${n(from)}C${n(a.x)} ${middle} ${n(b.x)} ${middle} ${n(b.x)} ${n(to)}`;
}
