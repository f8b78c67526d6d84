// SPDX-License-Identifier: Apache-2.0

/* The map as SVG: bands, boxes, lines, icons, labels. On the page and on paper alike. */

/** Draws a layout into a group; returns the elements by key, so that the page can light and dim them. */
function drawMap(layout, lines, colour, wide) {
  const nodes = new Map();
  const edges = new Map();
  const bands = svg(
    'g',
    {},
    layout.bands.map((band, i) =>
      svg('rect', {
        class: i % 2 === 0 ? 'band' : 'band odd',
        x: -wide,
        y: band.y,
        width: layout.width + 2 * wide,
        height: band.height,
      }),
    ),
  );
  const boxes = svg(
    'g',
    {},
    layout.boxes.map(box => (box.folded ? null : drawBox(box))),
  );
  const hung = svg(
    'g',
    { class: 'hung' },
    [...layout.spots.values()]
      .filter(spot => spot.small)
      .map(spot => {
        const gateway = layout.spots.get('a ' + spot.parent.asset.id);
        return svg('path', { d: `M${gateway.x} ${gateway.y + 56}V${gateway.y + 63}H${spot.x}V${spot.y - spot.half}` });
      }),
  );
  const wires = svg('g', { class: lines.length <= 400 ? 'edges' : 'edges dense' });
  for (const line of lines) {
    const element = drawLine(line, layout.spots.get(line.a), layout.spots.get(line.b), colour, lines.length <= 1500);
    edges.set(line.key, { line, element });
    wires.append(element);
  }
  const things = svg('g', {});
  for (const [key, spot] of layout.spots) {
    const element = spot.box ? drawChip(key, spot.box) : drawAsset(key, spot);
    nodes.set(key, { spot, element });
    things.append(element);
  }
  return { root: svg('g', {}, bands, boxes, hung, wires, things), nodes, edges };
}

function drawBox(box) {
  const title = `${box.group.zone}: ${plural(box.group.members.length, 'asset')}. Click to fold.`;
  const more = box.group.members.length > 1;
  return svg(
    'g',
    { class: 'box', transform: `translate(${box.x} ${box.y})` },
    svg('rect', { width: box.width, height: box.height, rx: 6 }),
    svg(
      'g',
      { class: more ? 'head' : null, 'data-fold': more ? box.group.key : null },
      more ? svg('title', {}, cut(title, 300)) : null,
      svg('rect', { class: 'touch', width: box.width, height: GROUP.head }),
      svg('text', { x: 10, y: 16 }, cut(box.group.zone, Math.max(12, Math.floor(box.width / 7.5)))),
      more ? svg('path', { class: 'fold', d: `M${box.width - 18} 13l4-4 4 4` }) : null,
    ),
  );
}

function drawLine(line, a, b, colour, touch) {
  const d = curve(a, b);
  const width = Math.min(5, 1 + Math.log10(1 + line.packets) * 0.65);
  return svg(
    'g',
    { class: lineClass(line, colour), 'data-line': line.key },
    svg('path', {
      class: 'wire',
      d,
      'stroke-width': width.toFixed(2),
      'marker-start': line.toA ? 'url(#arrow)' : null,
      'marker-end': line.toB ? 'url(#arrow)' : null,
    }),
    touch ? svg('path', { class: 'touch', d }) : null,
  );
}

const lineClass = (line, colour) => 'edge ' + (colour === 'family' ? 'family-' + line.family : riskClass(line.risk));

/** A folded subnet: how many, and of what kind most. */
function drawChip(key, box) {
  const all = box.group.members.flatMap(asset => [asset, ...behind(asset)]);
  const tally = new Map();
  for (const asset of all) tally.set(iconName(asset.role), (tally.get(iconName(asset.role)) || 0) + 1);
  const top = [...tally].sort((a, b) => b[1] - a[1] || NATURAL.compare(a[0], b[0])).slice(0, 3);
  return svg(
    'g',
    { class: 'node chip', 'data-key': key, transform: `translate(${box.x} ${box.y})` },
    svg(
      'title',
      {},
      cut(`${box.group.zone}: ${plural(all.length, 'asset')}. Click for details, double-click to open.`, 300),
    ),
    svg('rect', { class: 'back', x: 4, y: 4, width: box.width, height: box.height, rx: 6 }),
    svg('rect', { class: 'tile', width: box.width, height: box.height, rx: 6 }),
    svg('text', { class: 'name', x: 12, y: 22 }, cut(box.group.zone, 19)),
    svg('text', { class: 'more', x: 12, y: 38 }, plural(all.length, 'asset')),
    top.map(([role, n], i) =>
      svg(
        'g',
        { class: 'role-' + roleFamily(role), transform: `translate(${12 + i * 56} 50)` },
        svg('use', { href: '#icon-' + role, width: 20, height: 20, class: 'glyph' }),
        svg('text', { class: 'more', x: 24, y: 15 }, number(n)),
      ),
    ),
  );
}

function drawAsset(key, spot) {
  const { asset, small } = spot;
  const half = small ? 15 : 22;
  const name = nameOf(asset);
  const second = small ? '' : secondLine(asset);
  const size = half * 1.25;
  return svg(
    'g',
    {
      class: `node role-${roleFamily(asset.role)}${small ? ' small' : ''}`,
      'data-key': key,
      transform: `translate(${spot.x} ${spot.y})`,
    },
    svg(
      'title',
      {},
      cut(
        [
          name,
          roleName(asset.role) + ', level ' + level(asset),
          asset.id,
          [asset.vendor, asset.model].filter(Boolean).join(' '),
        ]
          .filter(Boolean)
          .join(' · '),
        300,
      ),
    ),
    svg('rect', {
      class: 'tile',
      x: -half,
      y: -half,
      width: 2 * half,
      height: 2 * half,
      rx: asset.role === 'group' || asset.role === 'unknown' ? half : 5,
    }),
    svg('use', {
      href: '#icon-' + iconName(asset.role),
      class: 'glyph',
      x: -size / 2,
      y: -size / 2,
      width: size,
      height: size,
    }),
    asset.root && level(asset) !== level(asset.root) && small
      ? svg('text', { class: 'tag', x: half + 2, y: -half + 8 }, 'L' + level(asset))
      : null,
    svg('text', { class: 'name', y: half + 14 }, small ? cut(asset.unit || name, 13) : cut(name, 16)),
    small
      ? asset.unit && name !== asset.unit
        ? svg('text', { class: 'more', y: half + 25 }, cut(name, 14))
        : null
      : svg('text', { class: 'more', y: half + 28 }, second),
    spot.cell?.devices.length > 0 ? drawKnob(spot, half) : null,
  );
}

const secondLine = asset => {
  const first = [asset.model, list(asset.addresses)[0], asset.id].filter(Boolean).find(text => text !== nameOf(asset));
  return first ? cut(first, 19) : '';
};

/** Opens and folds what hangs on a gateway. */
function drawKnob(spot, half) {
  const text = spot.cell.open ? '−' : '+' + spot.cell.devices.length;
  const width = 12 + text.length * 7;
  return svg(
    'g',
    { class: 'knob', 'data-fold': 'gateway ' + spot.asset.id, transform: `translate(${half - 8} ${-half - 8})` },
    svg('title', {}, spot.cell.open ? 'Fold the devices behind it' : 'Show the devices behind it'),
    svg('rect', { width, height: 18, rx: 9 }),
    svg('text', { x: width / 2, y: 13 }, text),
  );
}

/** The map for paper: everything in view, names of the bands at the left. */
function paperMap(folded) {
  const layout = layoutMap(folded, 1.5);
  const drawn = drawMap(layout, linesOf(folded), 'risk', 170);
  const labels = layout.bands.map(band =>
    svg(
      'g',
      { class: 'band-label', transform: `translate(-158 ${band.y + band.height / 2 - 4})` },
      svg('text', { class: 'band-level' }, 'Level ' + band.level),
      svg('text', { y: 16 }, cut(LEVEL_NAMES.get(band.level), 24)),
    ),
  );
  return svg(
    'svg',
    { class: 'canvas', viewBox: `-170 -6 ${layout.width + 190} ${layout.height + 12}` },
    drawn.root,
    labels,
  );
}
