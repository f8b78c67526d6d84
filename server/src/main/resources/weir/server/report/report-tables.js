// SPDX-License-Identifier: Apache-2.0

/* Tables of any length: search, sort by column, pages, rows that open; and the two the report has. */

const PAGE = 100;

/**
 * A searchable table. columns: name, key(row) to sort by, cell(row) to show, number, wide; text(row) is searched;
 * detail(row) is shown below an opened row. Returns the element and search(query).
 */
function searchTable({ what, columns, rows, text, detail, placeholder, hints, sorted }) {
  const state = { query: '', sort: sorted, down: false, page: 0, found: rows, open: new Set() };
  const input = h('input', {
    type: 'search',
    placeholder,
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-label': `Search the ${what}`,
  });
  const status = h('p', { class: 'status', role: 'status' });
  const body = h('tbody', {});
  const buttons = columns.map((column, i) => h('button', { type: 'button', click: () => sortBy(i) }, column.name));
  const heads = columns.map((column, i) =>
    h('th', { scope: 'col', class: column.number ? 'number' : null }, buttons[i]),
  );
  const pager = h('nav', { class: 'pager', 'aria-label': `Pages of the ${what}` });

  function find() {
    const hits = matcher(state.query);
    const { key } = columns[state.sort];
    const keyed = rows.filter(row => hits(text(row))).map(row => [key(row), row]);
    keyed.sort((a, b) => order(a[0], b[0], state.down));
    state.found = keyed.map(pair => pair[1]);
    state.page = 0;
    draw();
  }

  function draw() {
    const from = state.page * PAGE;
    const shown = state.found.slice(from, from + PAGE);
    body.replaceChildren(...shown.flatMap(row => rowsOf(row)));
    status.textContent =
      state.found.length === 0
        ? `No ${what} match.`
        : `${number(from + 1)}–${number(from + shown.length)} of ${number(state.found.length)} ${what}` +
          (state.found.length < rows.length ? ` (${number(rows.length)} in all)` : '');
    heads.forEach((head, i) =>
      i === state.sort
        ? head.setAttribute('aria-sort', state.down ? 'descending' : 'ascending')
        : head.removeAttribute('aria-sort'),
    );
    drawPager();
  }

  function rowsOf(row) {
    const open = state.open.has(row);
    const toggle = detail
      ? h(
          'td',
          { class: 'toggle' },
          h(
            'button',
            { type: 'button', 'aria-expanded': String(open), 'aria-label': 'Operations', click: () => flip(row) },
            open ? '▾' : '▸',
          ),
        )
      : null;
    const line = h(
      'tr',
      { class: open ? 'open' : null },
      toggle,
      columns.map(column =>
        h('td', { class: column.number ? 'number' : column.wide ? 'wide' : null }, column.cell(row)),
      ),
    );
    return open ? [line, h('tr', { class: 'detail' }, h('td', { colspan: columns.length + 1 }, detail(row)))] : [line];
  }

  function flip(row) {
    if (!state.open.delete(row)) state.open.add(row);
    const at = state.found.slice(state.page * PAGE).indexOf(row);
    draw();
    body.querySelectorAll('.toggle button')[at]?.focus();
  }

  function drawPager() {
    const last = Math.max(0, Math.ceil(state.found.length / PAGE) - 1);
    const go = (page, label, off) => h('button', { type: 'button', disabled: off, click: () => turn(page) }, label);
    pager.replaceChildren();
    if (last > 0)
      pager.append(
        go(0, 'First', state.page === 0),
        go(state.page - 1, 'Previous', state.page === 0),
        h('span', {}, `Page ${state.page + 1} of ${last + 1}`),
        go(state.page + 1, 'Next', state.page === last),
        go(last, 'Last', state.page === last),
      );
  }

  function turn(page) {
    state.page = page;
    draw();
    root.scrollIntoView();
  }

  function sortBy(i) {
    state.down = state.sort === i ? !state.down : Boolean(columns[i].number);
    state.sort = i;
    find();
  }

  function search(query) {
    if (query !== undefined) input.value = query;
    state.query = input.value;
    find();
  }

  let waiting = 0;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  const hint = h(
    'p',
    { class: 'hints' },
    'Narrow down: ',
    hints.map(word => [h('button', { type: 'button', click: () => search(toggleWord(input.value, word)) }, word), ' ']),
  );
  const root = h(
    'div',
    { class: 'list' },
    h('div', { class: 'bar' }, h('label', { class: 'grow' }, 'Search ', input), status),
    hint,
    h(
      'div',
      { class: 'scroll' },
      h(
        'table',
        { class: 'rows' },
        h('thead', {}, h('tr', {}, detail ? h('td', { class: 'toggle' }) : null, heads)),
        body,
      ),
    ),
    pager,
  );
  return { root, search };
}

function toggleWord(query, word) {
  const words = query.split(/\s+/).filter(Boolean);
  return (words.includes(word) ? words.filter(w => w !== word) : [...words, word]).join(' ');
}

/** Numbers by size, texts the way people count; what is missing stands last either way. */
function order(a, b, down) {
  const emptyA = a === '' || a === null || a === undefined;
  const emptyB = b === '' || b === null || b === undefined;
  if (emptyA || emptyB) return emptyA - emptyB;
  const by = typeof a === 'number' && typeof b === 'number' ? a - b : NATURAL.compare(a, b);
  return down ? -by : by;
}

/** The words of a kind that occur, most frequent first, as search words. */
function searchWords(prefix, values, most) {
  const tally = new Map();
  for (const of of values) if (of && !/\s/.test(of)) tally.set(of, (tally.get(of) || 0) + 1);
  return [...tally]
    .sort((a, b) => b[1] - a[1] || NATURAL.compare(a[0], b[0]))
    .slice(0, most)
    .map(([word]) => prefix + cut(word, 40));
}

function assetTable() {
  return searchTable({
    what: 'assets',
    rows: assets,
    text: assetText,
    sorted: 1,
    placeholder: 'name, address, MAC, model, serial, evidence …',
    hints: [
      ...LEVELS.filter(l => assets.some(asset => level(asset) === l)).map(l => 'level:' + l),
      ...searchWords(
        'role:',
        assets.map(asset => asset.role),
        6,
      ),
    ],
    columns: [
      { name: 'Asset', key: nameOf, cell: asset => assetLink(asset.id, 34) },
      { name: 'Level', key: asset => (level(asset) === '?' ? null : Number(level(asset))), cell: levelBadge },
      {
        name: 'Role',
        key: asset => roleName(asset.role),
        cell: asset => h('span', { title: asset.roleReason }, roleName(asset.role)),
      },
      { name: 'Address', key: asset => list(asset.addresses)[0] ?? asset.id, cell: addresses },
      {
        name: 'MAC',
        key: asset => list(asset.macs)[0],
        cell: asset =>
          list(asset.macs).length > 0
            ? [
                h('span', { class: 'mono' }, value(asset.macs[0], 20)),
                more(asset.macs),
                asset.macVendor ? h('small', {}, value(asset.macVendor, 26)) : null,
              ]
            : null,
      },
      { name: 'Vendor', key: asset => asset.vendor, cell: asset => value(asset.vendor, 26) },
      {
        name: 'Model',
        key: asset => asset.model,
        cell: asset => [
          value(asset.model, 34),
          asset.orderNumber ? h('small', {}, value(asset.orderNumber, 30)) : null,
        ],
      },
      { name: 'Firmware', key: asset => asset.firmware, cell: asset => value(asset.firmware, 18) },
      { name: 'Serial', key: asset => asset.serial, cell: asset => value(asset.serial, 18) },
      {
        name: 'Protocols',
        wide: true,
        key: asset => list(asset.protocols).length,
        number: false,
        cell: asset => protocolNames(asset.protocols),
      },
      { name: 'Packets', number: true, key: asset => asset.packets, cell: asset => number(asset.packets) },
      { name: 'Last seen', key: asset => asset.last, cell: asset => clock(asset.last) },
    ],
  });
}

const more = of =>
  of.length > 1 ? h('span', { class: 'more', title: of.slice(1, 40).join('\n') }, ` +${of.length - 1}`) : null;

function addresses(asset) {
  const of = list(asset.addresses);
  const unit = asset.unit
    ? h(
        'small',
        {},
        asset.root ? 'behind ' : '',
        asset.root ? value(nameOf(asset.root), 24) : '',
        ' ',
        value(asset.unit, 24),
      )
    : null;
  return [of.length > 0 ? [h('span', { class: 'mono' }, value(of[0], 40)), more(of)] : null, unit];
}

function protocolNames(names) {
  const shown = list(names).slice(0, 5);
  return [h('span', {}, value(shown.join(', '), 60)), list(names).length > 5 ? more(names.slice(4)) : null];
}

function talkTable() {
  return searchTable({
    what: 'conversations',
    rows: conversations,
    text: talkText,
    detail: talkDetail,
    sorted: 4,
    placeholder: 'asset, address, protocol, service, target …',
    hints: [
      'is:change',
      'is:refused',
      'is:violation',
      ...searchWords(
        'protocol:',
        conversations.map(talk => talk.protocol),
        6,
      ),
      ...searchWords(
        'verb:',
        conversations.flatMap(talk => list(talk.operations).map(operation => operation.verb)),
        5,
      ),
    ],
    columns: [
      { name: 'Client', key: talk => nameAt(talk.client), cell: talk => assetLink(talk.client, 30) },
      { name: 'Server', key: talk => nameAt(talk.server), cell: talk => assetLink(talk.server, 30) },
      {
        name: 'Protocol',
        key: talk => talk.protocol,
        cell: talk =>
          h(
            'span',
            { class: 'nowrap' },
            h('i', { class: 'dot family-' + familyOf(talk.protocol) }),
            value(talk.protocol, 24),
          ),
      },
      { name: 'Port', key: talk => talk.port, cell: port },
      { name: 'Does', wide: true, key: talk => -talk.risk, cell: verbsOf },
      { name: 'Operations', number: true, key: talk => talk.count, cell: talk => number(talk.count) },
      {
        name: 'Refused',
        number: true,
        key: talk => talk.refused,
        cell: talk => (talk.refused > 0 ? h('span', { class: 'warn' }, number(talk.refused)) : ''),
      },
      { name: 'Packets', number: true, key: talk => talk.packets, cell: talk => number(talk.packets) },
      { name: 'Volume', number: true, key: talk => talk.bytes, cell: talk => bytes(talk.bytes) },
      { name: 'Seen', key: talk => talk.grade, cell: gradeBadge },
      { name: 'First (UTC)', key: talk => talk.first, cell: talk => clock(talk.first) },
      { name: 'Last', key: talk => talk.last, cell: talk => clock(talk.last) },
    ],
  });
}

const nameAt = id => (assetById.has(id) ? nameOf(assetById.get(id)) : id);

function port(talk) {
  return h(
    'span',
    { class: 'nowrap' },
    talk.port ? `${cut(talk.transport, 10)} ${talk.port}` : value(talk.transport, 16),
  );
}

function gradeBadge(talk) {
  const [word, meaning] = GRADES.get(talk.grade) || [talk.grade, ''];
  return h(
    'span',
    {
      class: talk.grade === 'whole' ? 'quiet nowrap' : 'warn nowrap',
      title: [meaning, talk.gradeReason, talk.lostBytes ? bytes(talk.lostBytes) + ' lost' : '']
        .filter(Boolean)
        .join('; '),
    },
    value(word, 20),
  );
}

function verbsOf(talk) {
  const verbs = [...new Set(list(talk.operations).map(operation => operation.verb))].sort(
    (a, b) => risk(b) - risk(a) || NATURAL.compare(a, b),
  );
  return [verbs.slice(0, 4).map(verb => [verbBadge(verb), ' ']), verbs.length > 4 ? more(verbs.slice(3)) : null];
}
