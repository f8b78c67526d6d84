// SPDX-License-Identifier: Apache-2.0

/* One asset: what it is, how that is known, what it says to whom; and the operations of a conversation. */

const ATTRIBUTES = [
  ['vendor', 'Vendor'],
  ['model', 'Model'],
  ['orderNumber', 'Order number'],
  ['firmware', 'Firmware'],
  ['hardware', 'Hardware'],
  ['serial', 'Serial number'],
  ['name', 'Name'],
];

function assetPage(asset) {
  const talks = talksOf.get(asset.id);
  return [
    h(
      'p',
      { class: 'crumbs' },
      h('a', { href: '#assets' }, 'Assets'),
      ' / ',
      asset.root ? [assetLink(asset.root.id), ' / '] : null,
      value(asset.id, 60),
    ),
    h(
      'div',
      { class: 'title' },
      icon(asset.role, 'icon large role-' + roleFamily(asset.role)),
      h(
        'div',
        {},
        h('h1', {}, value(nameOf(asset), 120)),
        h(
          'p',
          { class: 'subtitle' },
          levelBadge(asset),
          ` ${LEVEL_NAMES.get(level(asset))}, ${roleName(asset.role)}`,
          asset.unit ? [', ', value(asset.unit, 40)] : null,
        ),
      ),
      h('a', { class: 'button screen', href: '#map?asset=' + encode(asset.id) }, 'Show on the map'),
    ),
    h('div', { class: 'columns' }, whatCard(asset), whereCard(asset)),
    evidenceCard(asset),
    modulesCard(asset),
    behindCard(asset),
    talksCard(asset, talks),
  ];
}

function facts(rows) {
  return h(
    'dl',
    {},
    rows
      .filter(row => row && row[1] !== null && row[1] !== undefined && row[1] !== '')
      .map(([name, of, why]) => h('div', {}, h('dt', {}, name), h('dd', {}, of, why ? h('small', {}, why) : null))),
  );
}

/** Where the chosen value of an attribute was read: "S7 SZL 0x001C, packet 77". */
function proof(asset, attribute) {
  const names = [attribute, attribute.replace(/[A-Z]/g, c => '_' + c.toLowerCase())];
  const item = list(asset.evidence).find(of => names.includes(of.attribute) && of.chosen);
  return item ? [value(item.protocol, 20), ' ', value(item.source, 60), `, packet ${number(item.firstPacket)}`] : null;
}

function whatCard(asset) {
  return card(
    'What it is',
    null,
    facts([
      ['Role', roleName(asset.role), asset.roleReason && value(asset.roleReason, 300)],
      ['Level', `${level(asset)} ${LEVEL_NAMES.get(level(asset))}`, asset.levelReason && value(asset.levelReason, 300)],
      ...ATTRIBUTES.map(([key, name]) => [name, asset[key] && value(asset[key], 120), proof(asset, key)]),
    ]),
  );
}

function whereCard(asset) {
  return card(
    'Where and when',
    null,
    facts([
      ['Addresses', lines(asset.addresses)],
      ['MAC', lines(asset.macs), asset.macVendor && value(asset.macVendor, 80)],
      ['Zone', asset.zoneHint && value(asset.zoneHint, 60)],
      ['Behind', asset.gateway && [assetLink(asset.gateway), asset.unit ? [', ', value(asset.unit, 40)] : null]],
      ['First seen', [time(asset.first), ' UTC']],
      ['Last seen', [time(asset.last), ' UTC']],
      ['Traffic', `${plural(asset.packets ?? 0, 'packet')}, ${bytes(asset.bytes)}`],
      ['Protocols', value(list(asset.protocols).join(', '), 400)],
    ]),
  );
}

function lines(of) {
  const all = list(of);
  return all.length > 0
    ? [
        all.slice(0, 12).map(one => h('div', { class: 'mono' }, value(one, 60))),
        all.length > 12 ? more(all.slice(11)) : null,
      ]
    : null;
}

function confidence(n) {
  if (!(n >= 0 && n <= 5)) return number(n);
  return h(
    'span',
    { class: 'confidence', title: `confidence ${n} of 5` },
    h('i', { 'aria-hidden': 'true' }, '●'.repeat(n), h('s', {}, '●'.repeat(5 - n))),
    ` ${n}`,
  );
}

function evidenceCard(asset) {
  const groups = evidenceOf(asset);
  if (groups.length === 0) return card('Evidence', 'Nothing it said tells more than its address.');
  const conflicts = groups.filter(group => group.conflict);
  return card(
    'Evidence',
    conflicts.length > 0 ? null : 'Every fact with the message and packet it was read from. Nothing disagrees.',
    conflicts.length > 0 ? h('div', { class: 'conflicts' }, conflicts.map(conflictBox)) : null,
    evidenceTable(groups),
  );
}

function conflictBox(group) {
  return h(
    'div',
    { class: 'conflict' },
    h('h3', {}, 'Disagreement: ', value(group.attribute, 40)),
    h(
      'div',
      { class: 'sides' },
      group.items
        .slice(0, 6)
        .map(item =>
          h(
            'div',
            { class: item.chosen ? 'side chosen' : 'side' },
            h('b', {}, value(item.value, 80)),
            h('span', {}, value(item.protocol, 20), ' ', value(item.source, 60)),
            h(
              'span',
              {},
              confidence(item.confidence),
              `, packet ${number(item.firstPacket)}`,
              item.chosen ? h('b', { class: 'mark' }, 'chosen') : null,
            ),
          ),
        ),
    ),
  );
}

function evidenceTable(groups) {
  const rows = groups.flatMap(group =>
    group.items.map((item, i) =>
      h(
        'tr',
        { class: [i === 0 ? 'first' : '', group.conflict ? 'disagrees' : ''].join(' ').trim() || null },
        i === 0 ? h('th', { scope: 'rowgroup', rowspan: group.items.length }, value(group.attribute, 30)) : null,
        h('td', { class: 'wide' }, longValue(item.value), item.chosen ? h('span', { class: 'mark' }, ' chosen') : null),
        h('td', {}, value(item.protocol, 20)),
        h('td', {}, value(item.source, 60)),
        h('td', {}, confidence(item.confidence)),
        h('td', { class: 'number', title: `last in packet ${number(item.lastPacket)}` }, number(item.firstPacket)),
        h('td', {}, clock(item.first)),
        h('td', { class: 'number' }, number(item.count)),
        h('td', {}, clock(item.last)),
      ),
    ),
  );
  const heads = [
    'Attribute',
    'Value',
    'Protocol',
    'Message',
    'Confidence',
    '#Packet',
    'First (UTC)',
    '#Times',
    'Last',
  ];
  return h(
    'div',
    { class: 'scroll' },
    h(
      'table',
      { class: 'evidence' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map(head => h('th', { scope: 'col', class: head[0] === '#' ? 'number' : null }, head.replace('#', ''))),
        ),
      ),
      h('tbody', {}, rows),
    ),
  );
}

/** Modules of a rack: objects of any fields, or plain texts. */
function modulesCard(asset) {
  const modules = list(asset.modules);
  if (modules.length === 0) return null;
  if (modules.some(module => typeof module !== 'object' || module === null))
    return card(
      'Modules',
      null,
      h(
        'ul',
        {},
        modules.slice(0, 200).map(module => h('li', {}, value(module, 200))),
      ),
    );
  const keys = [...new Set(modules.flatMap(module => Object.keys(module)))].slice(0, 10);
  return card(
    'Modules',
    null,
    simpleTable(
      'wide',
      keys.map(words),
      modules.slice(0, 200).map(module => keys.map(key => plain(module[key]))),
    ),
    rest(modules.length - 200, 'module'),
  );
}

const words = key =>
  clean(key)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/^./, c => c.toUpperCase())
    .replaceAll('#', '');
const plain = of =>
  of === null || of === undefined ? null : value(typeof of === 'object' ? JSON.stringify(of) : of, 60);

function behindCard(asset) {
  const behind = behindOf.get(asset.id) || [];
  if (behind.length === 0) return null;
  const sorted = behind.slice().sort((a, b) => NATURAL.compare(a.unit || a.id, b.unit || b.id));
  return card(
    `Devices behind it (${number(behind.length)})`,
    null,
    simpleTable(
      'wide',
      ['Device', 'Unit', 'Level', 'Role', 'Vendor', 'Model'],
      sorted
        .slice(0, 300)
        .map(of => [
          assetLink(of.id),
          value(of.unit, 30),
          levelBadge(of),
          roleName(of.role),
          value(of.vendor, 30),
          value(of.model, 40),
        ]),
    ),
    rest(behind.length - 300, 'device'),
  );
}

function talksCard(asset, talks) {
  const sorted = talks.slice().sort((a, b) => b.risk - a.risk || b.packets - a.packets);
  return card(
    `Conversations (${number(talks.length)})`,
    talks.length === 0 ? 'None.' : null,
    sorted.slice(0, 60).map((talk, i) => talkBox(asset, talk, i < 8)),
    talks.length > 60
      ? h(
          'p',
          { class: 'screen' },
          h(
            'a',
            { href: '#conversations?q=' + encode(asset.id) },
            `All ${number(talks.length)} in the table of conversations`,
          ),
        )
      : null,
  );
}

function talkBox(asset, talk, open) {
  const other = talk.client === asset.id ? talk.server : talk.client;
  return h(
    'details',
    { class: 'talk', open },
    h(
      'summary',
      {},
      h('span', { class: 'way' }, talk.client === asset.id ? '→ to' : '← from'),
      ' ',
      assetLink(other),
      ' ',
      h(
        'span',
        { class: 'nowrap' },
        h('i', { class: 'dot family-' + familyOf(talk.protocol) }),
        value(talk.protocol, 24),
      ),
      ' ',
      verbsOf(talk),
      h('span', { class: 'quiet' }, ` ${plural(talk.packets, 'packet')}`),
    ),
    talkDetail(talk),
  );
}

/** What a conversation did: its operations, then how well it was seen and what it broke. */
function talkDetail(talk) {
  const operations = list(talk.operations)
    .slice()
    .sort((a, b) => risk(b.verb) - risk(a.verb) || (b.count || 0) - (a.count || 0));
  const [, meaning] = GRADES.get(talk.grade) || ['', ''];
  return h(
    'div',
    { class: 'operations' },
    operations.length > 0
      ? simpleTable(
          'wide',
          ['Does', 'Operation', '#Times', '#Refused', '#Answer after', 'Targets', 'First (UTC)', '#Packet'],
          operations
            .slice(0, 100)
            .map(operation => [
              verbBadge(operation.verb),
              value(operation.service, 48),
              number(operation.count),
              operation.refused ? h('span', { class: 'warn' }, number(operation.refused)) : null,
              latency(operation.latencyMicros),
              targets(operation),
              clock(operation.first),
              number(operation.firstPacket),
            ]),
        )
      : h('p', { class: 'quiet' }, 'No operation was read from it.'),
    rest(operations.length - 100, 'operation'),
    list(talk.violations).length > 0
      ? h(
          'p',
          { class: 'warn' },
          'Breaks its protocol: ',
          list(talk.violations)
            .slice(0, 20)
            .map((broken, i) => [
              i > 0 ? ', ' : '',
              value(broken.name, 60),
              ` (${number(broken.count)}×, first in packet ${number(broken.firstPacket)})`,
            ]),
        )
      : null,
    h(
      'p',
      { class: 'quiet' },
      `Client to server ${plural(talk.packetsOut ?? 0, 'packet')} (${bytes(talk.bytesOut)}), `,
      `back ${plural(talk.packetsBack ?? 0, 'packet')} (${bytes(talk.bytesBack)}), ${plural(talk.flows ?? 0, 'flow')}. `,
      meaning ? meaning[0].toUpperCase() + meaning.slice(1) : '',
      talk.gradeReason ? [' (', value(talk.gradeReason, 160), ')'] : null,
      talk.lostBytes && !talk.gradeReason ? `, ${bytes(talk.lostBytes)} lost` : '',
      '.',
    ),
  );
}

function targets(operation) {
  const all = list(operation.targets);
  const missing = all.length - 6 + (operation.moreTargets || 0);
  return [
    all.slice(0, 6).map(target => h('div', {}, value(target, 70))),
    missing > 0 && (all.length > 6 || operation.moreTargets > 0)
      ? h(
          'div',
          { class: 'more', title: all.slice(6, 40).join('\n') },
          `and ${number(Math.max(missing, operation.moreTargets || 0))} more`,
        )
      : null,
  ];
}
