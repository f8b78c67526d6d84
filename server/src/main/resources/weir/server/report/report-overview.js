// SPDX-License-Identifier: Apache-2.0

/* The first page: what the plant is, what deserves a look, and what the capture could not show. */

function overview() {
  return [
    headline(),
    tiles(),
    incidentsCard(),
    h('div', { class: 'columns' }, levelsCard(), h('div', {}, attentionCard(), unseenCard())),
    riskyCard(),
    h('div', { class: 'columns' }, protocolsCard(), inputsCard()),
    coverageCard(),
  ];
}

function captureSpan() {
  const firsts = inputs
    .map(input => input.first)
    .filter(Boolean)
    .sort();
  const lasts = inputs
    .map(input => input.last)
    .filter(Boolean)
    .sort();
  return [firsts[0], lasts.at(-1)];
}

const controllers = () => assets.filter(asset => roleFamily(asset.role) === 'control').length;

function headline() {
  const [first, last] = captureSpan();
  const present = LEVELS.filter(l => l !== '?' && assets.some(asset => level(asset) === l));
  const changes = conversations.filter(talk => talk.risk >= 3).length;
  return h(
    'p',
    { class: 'headline' },
    `${plural(assets.length, 'asset')} on ${plural(present.length, 'Purdue level')}, `,
    `${plural(controllers(), 'controller or field device', 'controllers and field devices')} among them, `,
    `speaking ${plural(list(summary.protocols).length, 'protocol')} in ${plural(conversations.length, 'conversation')}. `,
    changes > 0
      ? [
          h('a', { href: '#conversations?q=is:change' }, plural(changes, 'conversation')),
          changes === 1 ? ' changes' : ' change',
          ' something: values, device state, configuration or logic. ',
        ]
      : 'None of them changes anything: they read and look after the line. ',
    first && last
      ? h(
          'span',
          { class: 'quiet' },
          'Captured ',
          time(first),
          ' to ',
          time(last, first.slice(0, 10) === last.slice(0, 10) ? 11 : 0),
          ` UTC (${span(first, last)}).`,
        )
      : null,
  );
}

function tiles() {
  const packets = inputs.reduce((sum, input) => sum + (input.packets || 0), 0);
  const size = inputs.reduce((sum, input) => sum + (input.bytes || 0), 0);
  const tile = (label, figure, href) =>
    h(href ? 'a' : 'div', { class: 'tile', href }, h('b', {}, figure), h('span', {}, label));
  return h(
    'div',
    { class: 'tiles' },
    tile('assets', number(assets.length), '#assets'),
    tile('controllers and field devices', number(controllers()), '#map'),
    tile('conversations', number(conversations.length), '#conversations'),
    tile(
      'operations',
      number(summary.operations ?? conversations.reduce((sum, talk) => sum + talk.count, 0)),
      '#conversations',
    ),
    tile('packets', number(packets)),
    tile('captured', bytes(size)),
  );
}

function card(title, note, ...children) {
  return h('section', { class: 'card' }, h('h2', {}, title), note ? h('p', { class: 'note' }, note) : null, children);
}

function bar(share) {
  return svg(
    'svg',
    { class: 'share', viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('rect', { width: Math.max(1, Math.min(100, share * 100)), height: 8, rx: 1 }),
  );
}

function simpleTable(className, heads, rows) {
  return h(
    'div',
    { class: 'scroll' },
    h(
      'table',
      { class: className },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map(head =>
            h('th', { scope: 'col', class: head.startsWith('#') ? 'number' : null }, head.replace('#', '')),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map(cells =>
          h(
            'tr',
            {},
            cells.map((cell, i) => h('td', { class: heads[i].startsWith('#') ? 'number' : null }, cell)),
          ),
        ),
      ),
    ),
  );
}

function levelsCard() {
  const most = Math.max(1, ...LEVELS.map(l => assets.filter(asset => level(asset) === l).length));
  const rows = LEVELS.map(l => [l, assets.filter(asset => level(asset) === l)]).filter(([, on]) => on.length > 0);
  return card(
    'The plant by Purdue level',
    null,
    simpleTable(
      'wide levels',
      ['Level', 'Name', '#Assets', 'What they are'],
      rows.map(([l, on]) => [
        h('span', { class: 'level' }, l),
        h('a', { href: '#assets?q=level:' + encode(l) }, LEVEL_NAMES.get(l)),
        [bar(on.length / most), number(on.length)],
        rolesOf(on),
      ]),
    ),
  );
}

/** "3 PLCs, 1 drive", the most frequent first. */
function rolesOf(some) {
  const tally = new Map();
  for (const asset of some) tally.set(asset.role, (tally.get(asset.role) || 0) + 1);
  return [...tally]
    .sort((a, b) => b[1] - a[1] || NATURAL.compare(a[0], b[0]))
    .slice(0, 5)
    .map(([role, n]) => [h('span', { class: 'kind' }, icon(role), `${number(n)} ${roleName(role)}`), ' ']);
}

function protocolsCard() {
  const rows = list(summary.protocols)
    .slice()
    .sort((a, b) => (b.operations || 0) - (a.operations || 0) || (b.bytes || 0) - (a.bytes || 0));
  return card(
    'Protocols',
    null,
    simpleTable(
      'wide',
      ['Protocol', '#Conversations', '#Operations', '#Volume'],
      rows
        .slice(0, 40)
        .map(row => [
          [
            h('i', { class: 'dot family-' + familyOf(row.name) }),
            h('a', { href: '#conversations?q=protocol:' + encode(String(row.name)) }, value(row.name, 24)),
          ],
          number(row.conversations),
          number(row.operations),
          bytes(row.bytes),
        ]),
    ),
    rest(rows.length - 40, 'protocol'),
  );
}

const rest = (n, what) =>
  n > 0 ? h('p', { class: 'note' }, `and ${plural(n, 'more ' + what, 'more ' + what + 's')}`) : null;

function riskyCard() {
  const rows = list(summary.risky)
    .slice()
    .sort((a, b) => risk(b.verb) - risk(a.verb));
  if (rows.length === 0)
    return card('Riskiest operations', 'Nothing was seen that changes logic, software, device state or values.');
  return card(
    'Riskiest operations',
    'What was done that can change the plant, worst first. Times are UTC; packet is the number of the first one in the capture.',
    simpleTable(
      'wide',
      ['Does', 'Operation', 'From', 'To', 'Target', '#Times', '#Refused', 'First seen', '#Packet'],
      rows
        .slice(0, 50)
        .map(row => [
          verbBadge(row.verb),
          [h('span', { class: 'quiet' }, value(row.protocol, 20)), ' ', value(row.service, 40)],
          assetLink(row.client, 28),
          assetLink(row.server, 28),
          row.target ? value(row.target, 36) : null,
          number(row.count),
          row.refused ? h('span', { class: 'warn' }, number(row.refused)) : null,
          clock(row.first),
          number(row.firstPacket),
        ]),
    ),
    rest(rows.length - 50, 'kind'),
  );
}

function attentionCard() {
  const some = (n, one, many, href) => (n > 0 ? h('li', {}, h('a', { href }, plural(n, one, many))) : null);
  const count = (rows, of) => rows.filter(of).length;
  const items = [
    some(
      count(conversations, bypassesDmz),
      'conversation between business network (4, 5) and plant (3 and below), past any DMZ',
      'conversations between business network (4, 5) and plant (3 and below), past any DMZ',
      '#conversations?q=is:bypass',
    ),
    some(
      count(conversations, talk => talk.refused > 0),
      'conversation with operations the server refused',
      'conversations with operations the server refused',
      '#conversations?q=is:refused',
    ),
    some(
      count(conversations, talk => list(talk.violations).length > 0),
      'conversation that breaks its protocol',
      'conversations that break their protocol',
      '#conversations?q=is:violation',
    ),
    some(
      count(assets, hasConflict),
      'asset with evidence that disagrees',
      'assets with evidence that disagrees',
      '#assets?q=is:conflict',
    ),
    some(
      count(assets, asset => level(asset) === '?'),
      'asset whose level is not known',
      'assets whose level is not known',
      '#assets?q=level:?',
    ),
  ].filter(Boolean);
  return items.length > 0 ? card('Worth a look', null, h('ul', {}, items)) : null;
}

function unseenCard() {
  const rows = list(summary.unseen);
  const oneWay = conversations.filter(talk => talk.grade === 'one_way' || talk.grade === 'lossy').length;
  if (rows.length === 0 && oneWay === 0)
    return card('What could not be seen', 'No gap was found: what the capture holds was read in full.');
  return card(
    'What could not be seen',
    'Silence below may be the capture’s, not the plant’s.',
    rows.length > 0
      ? simpleTable(
          'wide',
          ['Gap', '#Amount', 'What it means'],
          rows.map(row => [
            value(row.what, 40),
            row.unit === 'bytes' ? bytes(row.amount) : [number(row.amount), ' ', value(row.unit, 20)],
            value(row.meaning, 400),
          ]),
        )
      : null,
    oneWay > 0
      ? h(
          'p',
          {},
          `${plural(oneWay, 'conversation is', 'conversations are')} one way or lossy: `,
          h('a', { href: '#conversations?q=grade:one_way' }, 'one way'),
          ', ',
          h('a', { href: '#conversations?q=grade:lossy' }, 'lossy'),
          '.',
        )
      : null,
  );
}

function inputsCard() {
  return card(
    'Read from',
    null,
    simpleTable(
      'wide',
      ['File', '#Packets', '#Size', 'First packet (UTC)', 'Last packet (UTC)', 'State'],
      inputs.map(input => [
        value(input.name, 60),
        number(input.packets),
        bytes(input.bytes),
        time(input.first),
        time(input.last),
        input.damage ? h('span', { class: 'warn' }, value(input.damage, 200)) : 'whole',
      ]),
    ),
    h(
      'p',
      { class: 'note' },
      `Written by ${clean(data.product || 'Weir')}. Nothing was sent to any device: everything here was read from the packets.`,
    ),
  );
}
