// SPDX-License-Identifier: Apache-2.0

/* Which part is shown, by the address after #; and what goes to paper. */

const MOST_ON_PAPER = 300;
const built = new Map();

/** A part that is built when first shown. */
function once(name, build) {
  if (!built.has(name)) built.set(name, build());
  return built.get(name);
}

function showTable(name, query, make) {
  const table = once(name, () => {
    const made = make();
    byId('view-' + name).replaceChildren(made.root);
    made.search('');
    return made;
  });
  if (query !== null) table.search(query);
}

const PAGES = {
  overview: () => once('overview', () => byId('view-overview').replaceChildren(...overview().filter(Boolean)) ?? true),
  map: (argument, query) => showMap(query.get('asset')),
  assets: (argument, query) => showTable('assets', query.get('q'), assetTable),
  conversations: (argument, query) => showTable('conversations', query.get('q'), talkTable),
  asset: argument => {
    const asset = assetAt(argument);
    byId('view-asset').replaceChildren(
      ...(asset
        ? assetPage(asset).filter(Boolean)
        : [
            h(
              'p',
              { class: 'failure' },
              'No asset of that name is in this report. ',
              h('a', { href: '#assets' }, 'All assets'),
            ),
          ]),
    );
    return asset;
  },
};

function route() {
  const [, name, argument, query] = /^#?([a-z]*)(?:\/([^?]*))?(?:\?(.*))?$/s.exec(location.hash) || [];
  const page = Object.hasOwn(PAGES, name) ? name : 'overview';
  for (const of of Object.keys(PAGES)) byId('view-' + of).hidden = of !== page;
  for (const tab of document.querySelectorAll('[data-view]')) {
    if (tab.dataset.view === page || (page === 'asset' && tab.dataset.view === 'assets'))
      tab.setAttribute('aria-current', 'page');
    else tab.removeAttribute('aria-current');
  }
  document.body.dataset.page = page;
  const asset = PAGES[page](argument ?? '', new URLSearchParams((query ?? '').replaceAll('+', '%2B')));
  document.title = [
    page === 'asset' && asset ? cut(nameOf(asset), 60) : '',
    'Weir',
    inputs
      .map(input => cut(input.name, 60))
      .slice(0, 3)
      .join(', '),
  ]
    .filter(Boolean)
    .join(' · ');
  return page;
}

// ---- paper: the open asset alone, or the whole report

function toPaper() {
  const paper = byId('paper');
  if (document.body.dataset.page === 'asset') return paper.replaceChildren();
  const byLevel = assets
    .slice()
    .sort((a, b) => LEVELS.indexOf(level(b)) - LEVELS.indexOf(level(a)) || NATURAL.compare(a.id, b.id));
  const ranked = byLevel.filter(asset => level(asset) !== '?').concat(byLevel.filter(asset => level(asset) === '?'));
  const folded = new Set(map.folded);
  for (const [id, devices] of behindOf) if (devices.length > 24) folded.add('gateway ' + id);
  paper.replaceChildren(
    h('h1', {}, 'What the plant is made of, and who does what'),
    h(
      'p',
      { class: 'note' },
      inputs
        .map(input => clean(input.name))
        .slice(0, 8)
        .join(', '),
    ),
    ...overview().filter(Boolean),
    h('section', { class: 'paper-map' }, h('h2', {}, 'Map by Purdue level'), paperMap(folded), legendFor('risk')),
    h('section', { class: 'paper-assets' }, h('h2', {}, `Assets (${number(assets.length)})`), paperAssets(byLevel)),
    h(
      'section',
      { class: 'paper-evidence' },
      h('h2', {}, 'Evidence'),
      assets.length > MOST_ON_PAPER
        ? h(
            'p',
            { class: 'note' },
            `Of the ${number(MOST_ON_PAPER)} assets nearest the process; open an asset's page and print it for any other.`,
          )
        : null,
      ranked.slice(0, MOST_ON_PAPER).map(paperEvidence),
    ),
  );
  return undefined;
}

function paperAssets(some) {
  return simpleTable(
    'rows',
    ['Level', 'Asset', 'Role', 'Address', 'MAC', 'Vendor', 'Model', 'Firmware', 'Serial'],
    some.map(asset => [
      level(asset),
      value(nameOf(asset), 40),
      roleName(asset.role),
      addresses(asset),
      [value(list(asset.macs)[0], 20), more(list(asset.macs))],
      value(asset.vendor, 30),
      [value(asset.model, 40), asset.orderNumber ? h('small', {}, value(asset.orderNumber, 30)) : null],
      value(asset.firmware, 20),
      value(asset.serial, 24),
    ]),
  );
}

function paperEvidence(asset) {
  const rows = evidenceOf(asset).flatMap(group =>
    group.items
      .slice(0, 12)
      .map(item => [
        [value(group.attribute, 24), group.conflict ? h('b', {}, ' (disagrees)') : null],
        [value(item.value, 160), item.chosen ? h('span', { class: 'mark' }, ' chosen') : null],
        value(item.protocol, 20),
        value(item.source, 50),
        confidence(item.confidence),
        number(item.firstPacket),
      ]),
  );
  return h(
    'section',
    { class: 'paper-asset' },
    h(
      'h3',
      {},
      value(nameOf(asset), 80),
      h('span', { class: 'quiet' }, ` ${clean(cut(asset.id, 60))}, level ${level(asset)}, ${roleName(asset.role)}`),
    ),
    h(
      'p',
      { class: 'note' },
      [
        asset.roleReason && 'Role: ' + cut(asset.roleReason, 200),
        asset.levelReason && 'Level: ' + cut(asset.levelReason, 200),
      ]
        .filter(Boolean)
        .join('. '),
    ),
    rows.length > 0
      ? simpleTable('rows', ['Attribute', 'Value', 'Protocol', 'Message', 'Confidence', '#Packet'], rows)
      : null,
  );
}

// ---- start

function start() {
  byId('brand').textContent = clean(data.product || 'Weir');
  byId('inputs').append(value(inputs.map(input => input.name).join(', '), 80));
  byId('tally-assets').textContent = number(assets.length);
  byId('tally-conversations').textContent = number(conversations.length);
  byId('print').addEventListener('click', () => window.print());
  prepareMap();
  window.addEventListener('hashchange', () => {
    const page = route();
    byId('view-' + page).focus({ preventScroll: true });
    window.scrollTo(0, 0);
  });
  window.addEventListener('beforeprint', toPaper);
  window.addEventListener('afterprint', () => byId('paper').replaceChildren());
  let waiting = 0;
  window.addEventListener('resize', () => {
    clearTimeout(waiting);
    waiting = setTimeout(
      () => document.body.dataset.page === 'map' && !matchMedia('print').matches && redraw(true),
      150,
    );
  });
  route();
}

start();
