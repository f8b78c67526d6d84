// SPDX-License-Identifier: Apache-2.0

/* Beside the map: what is known of the asset, the line or the subnet that was chosen. */

function showPanel(thing) {
  const panel = byId('map-panel');
  panel.hidden = !thing;
  if (!thing) return panel.replaceChildren();
  const close = h(
    'button',
    {
      type: 'button',
      class: 'close',
      'aria-label': 'Close',
      title: 'Close (Esc)',
      click: () => {
        choose(null);
        canvas.focus();
      },
    },
    '×',
  );
  const content = thing.line
    ? linePanel(thing.line)
    : thing.spot.box
      ? subnetPanel(thing.spot.box.group)
      : assetPanel(thing.spot);
  panel.replaceChildren(close, ...content);
  panel.scrollTop = 0;
}

function assetPanel({ asset, cell }) {
  const talks = talksOf
    .get(asset.id)
    .slice()
    .sort((a, b) => b.risk - a.risk || b.packets - a.packets);
  const devices = behind(asset);
  return [
    h('h2', {}, icon(asset.role, 'icon medium role-' + roleFamily(asset.role)), ' ', value(nameOf(asset), 80)),
    h('p', {}, levelBadge(asset), ` ${LEVEL_NAMES.get(level(asset))}, ${roleName(asset.role)}`),
    h(
      'p',
      { class: 'actions' },
      h('a', { class: 'button', href: assetHref(asset) }, 'Open its page'),
      devices.length > 0
        ? h(
            'button',
            { type: 'button', click: () => fold('gateway ' + asset.id) },
            cell?.open ? 'Fold devices' : `Show ${devices.length} devices`,
          )
        : null,
    ),
    facts([
      ['Address', value(list(asset.addresses).slice(0, 3).join(', '), 80)],
      ['Unit', asset.unit && value(asset.unit, 40)],
      ['Behind', asset.gateway && assetLink(asset.gateway)],
      ['Vendor', asset.vendor && value(asset.vendor, 60)],
      ['Model', asset.model && value(asset.model, 80)],
      ['Firmware', asset.firmware && value(asset.firmware, 40)],
      ['Serial', asset.serial && value(asset.serial, 40)],
      ['Why this role', asset.roleReason && value(asset.roleReason, 200)],
      ['Why this level', asset.levelReason && value(asset.levelReason, 200)],
    ]),
    h('h3', {}, plural(talks.length, 'conversation')),
    h(
      'ul',
      { class: 'talks' },
      talks.slice(0, 25).map(talk => talkLine(talk, asset.id)),
    ),
    talks.length > 25
      ? h('p', {}, h('a', { href: assetHref(asset) }, `all ${number(talks.length)} on its page`))
      : null,
  ].filter(Boolean);
}

function talkLine(talk, from) {
  const client = talk.client === from;
  return h(
    'li',
    {},
    h('span', { class: 'way', title: client ? 'it asks' : 'it is asked' }, client ? '→' : '←'),
    ' ',
    assetLink(client ? talk.server : talk.client, 26),
    ' ',
    h(
      'span',
      { class: 'nowrap quiet' },
      h('i', { class: 'dot family-' + familyOf(talk.protocol) }),
      value(talk.protocol, 18),
    ),
    ' ',
    verbsOf(talk),
  );
}

function linePanel(line) {
  const end = key =>
    key.startsWith('a ') ? assetLink(key.slice(2), 40) : ['subnet ', value(key.slice(key.indexOf('|') + 1), 40)];
  const talks = line.talks.slice().sort((a, b) => b.risk - a.risk || b.packets - a.packets);
  return [
    h(
      'h2',
      {},
      end(line.a),
      h('br', {}),
      h('span', { class: 'quiet' }, line.toA && line.toB ? '↔ ' : line.toB ? '→ ' : '← '),
      end(line.b),
    ),
    h('p', { class: 'quiet' }, `${plural(line.packets, 'packet')} in ${plural(talks.length, 'conversation')}`),
    ...talks
      .slice(0, 20)
      .map((talk, i) =>
        h(
          'details',
          { class: 'talk', open: i < 2 },
          h(
            'summary',
            {},
            h('i', { class: 'dot family-' + familyOf(talk.protocol) }),
            h('b', {}, value(talk.protocol, 24)),
            ' ',
            verbsOf(talk),
            h('div', { class: 'quiet' }, assetLink(talk.client, 20), ' → ', assetLink(talk.server, 20)),
          ),
          operationLines(talk),
        ),
      ),
    talks.length > 20
      ? h('p', { class: 'quiet' }, `and ${number(talks.length - 20)} more: unfold the subnets to part them`)
      : null,
  ].filter(Boolean);
}

function operationLines(talk) {
  const sorted = list(talk.operations)
    .slice()
    .sort((a, b) => risk(b.verb) - risk(a.verb) || (b.count || 0) - (a.count || 0));
  if (sorted.length === 0) return h('p', { class: 'quiet' }, 'No operation was read from it.');
  return h(
    'ul',
    { class: 'talks' },
    sorted.slice(0, 12).map(operation =>
      h(
        'li',
        {},
        verbBadge(operation.verb),
        ' ',
        value(operation.service, 40),
        h('span', { class: 'quiet' }, ` ${number(operation.count)}×, first in packet ${number(operation.firstPacket)}`),
        operation.refused ? h('span', { class: 'warn' }, ` ${number(operation.refused)} refused`) : null,
        list(operation.targets)
          .slice(0, 3)
          .map(target => h('div', { class: 'quiet' }, value(target, 60))),
      ),
    ),
    h(
      'li',
      {},
      h(
        'a',
        { href: '#conversations?q=' + encode(talk.client + ' ' + talk.server + ' protocol:' + talk.protocol) },
        'all of it in the table',
      ),
    ),
  );
}

function subnetPanel(group) {
  const all = group.members.flatMap(asset => [asset, ...behind(asset)]);
  return [
    h('h2', {}, value(group.zone, 80)),
    h('p', {}, `Level ${group.level} ${LEVEL_NAMES.get(group.level)}, ${plural(all.length, 'asset')}`),
    h(
      'p',
      { class: 'actions' },
      h('button', { type: 'button', click: () => fold(group.key) }, 'Unfold on the map'),
      h('a', { class: 'button', href: '#assets?q=' + encode(`zone:${group.zone} level:${group.level}`) }, 'List them'),
    ),
    h('p', {}, rolesOf(all)),
    h(
      'ul',
      { class: 'talks' },
      all.slice(0, 60).map(asset => h('li', {}, assetLink(asset.id, 34))),
    ),
    all.length > 60 ? h('p', { class: 'quiet' }, `and ${number(all.length - 60)} more`) : null,
  ].filter(Boolean);
}
