// The pages of the repository as a site with a search. What is read is the Markdown as it stands: see ./build.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.resolve(here, '../..')

/** A page in the navigation, called as its first heading. */
function page(file, text) {
  return { text: text ?? title(file), link: '/' + file.replace(/README\.md$/, '').replace(/\.md$/, '') }
}

function title(file) {
  const heading = fs.readFileSync(path.join(root, file), 'utf8').match(/^# (.+)$/m)
  return heading ? heading[1].replaceAll('`', '') : file
}

/** The pages of a folder, in the order of their names. */
function folder(name) {
  return fs
    .readdirSync(path.join(root, name))
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .sort()
    .map((file) => page(name + '/' + file))
}

function docs(...names) {
  return names.map((name) => page('docs/' + name + '.md'))
}

const sidebar = [
  { text: 'Start', items: [page('README.md', 'Normscape'), ...docs('start', 'concepts', 'faq')] },
  {
    text: 'Tutorials',
    items: [
      ...docs('own-network'),
      ...['experiment', 'report', 'verify', 'normalization', 'probe', 'backend'].map((name) =>
        page('docs/tutorials/' + name + '.md'),
      ),
    ],
  },
  {
    text: 'How it works',
    items: docs(
      'claims', 'runs', 'sweeps', 'cluster', 'data', 'curvature', 'weights-and-blocks', 'trust', 'identical-results', 'tolerances',
      'environment', 'gpu', 'library', 'archive', 'performance',
    ),
  },
  {
    text: 'Reference',
    items: docs('experiments', 'normalizations', 'probes', 'quantities', 'keys', 'commands'),
  },
  {
    text: 'Results',
    items: [page('docs/gallery.md'), page('docs/results/README.md', 'All results'), ...folder('docs/results')],
    collapsed: true,
  },
  {
    text: 'For developers',
    items: [page('ARCHITECTURE.md'), page('CONTRIBUTING.md'), page('CHANGELOG.md'), page('bench/README.md')],
  },
  { text: 'Decisions', items: folder('docs/decisions'), collapsed: true },
]

/** Whether a link within the repository leads to a page of the site. */
function isPage(file, href) {
  const target = path.resolve(root, path.dirname(file), decodeURI(href.replace(/[#?].*/, '')))
  return href.startsWith('#') || (target.endsWith('.md') && fs.existsSync(target))
}

/** Links to README.md lead to the index of its folder; those to files that are no pages become text. */
function links(md) {
  md.core.ruler.push('links-of-the-repository', (state) => {
    const file = path.relative(root, state.env.path ?? path.join(root, 'README.md'))
    for (const block of state.tokens.filter((token) => token.children)) {
      let plain = false
      for (const token of block.children) {
        if (token.type === 'link_open') {
          const href = token.attrGet('href')
          plain = !/^[a-z]+:/.test(href) && !isPage(file, href)
          if (plain) {
            token.tag = 'span'
            token.attrs = []
          } else {
            token.attrSet('href', href.replace(/README\.md(#|$)/, 'index.md$1'))
          }
        } else if (token.type === 'link_close' && plain) {
          token.tag = 'span'
        }
      }
    }
  })
}

/** Finds Vue for pages, which lie outside of the folder in which npm puts it. */
const fromHere = {
  name: 'vue-from-here',
  enforce: 'pre',
  resolveId(id, importer, options) {
    return /^vue(\/|$)/.test(id) && importer && !importer.includes('node_modules')
      ? this.resolve(id, path.join(here, 'config.mjs'), { ...options, skipSelf: true })
      : null
  },
}

/** Pages of wide tables have the whole width. */
const wide = /^docs\/(results\/|experiments|normalizations|quantities|performance)/
const style = `
.VPDoc:not(.has-aside) :is(.container, .content, .content-container) { max-width: 1200px !important; }
.vp-doc td { vertical-align: top; }`

export default defineConfig({
  title: 'Normscape',
  description: 'What does normalization do to the landscape that an optimizer walks on?',
  srcDir: '..',
  outDir: '../target/site',
  cacheDir: '../target/site-cache',
  srcExclude: ['**/target/**', '**/node_modules/**', 'runs/**', 'core/**', 'backend-*/**', 'experiments/**', 'docs/examples/**'],
  rewrites: {
    'README.md': 'index.md',
    'bench/README.md': 'bench/index.md',
    'docs/results/README.md': 'docs/results/index.md',
  },
  vite: { plugins: [fromHere] },
  metaChunk: true,
  head: [['style', {}, style]],
  transformPageData(page) {
    page.frontmatter.aside ??= !wide.test(page.filePath)
  },
  markdown: { config: links, languageAlias: { hocon: 'yaml' } },
  themeConfig: {
    outline: [2, 3],
    search: { provider: 'local' },
    sidebar,
    nav: [
      { text: 'Start', link: '/docs/start' },
      { text: 'Concepts', link: '/docs/concepts' },
      { text: 'Experiments', link: '/docs/experiments' },
      { text: 'Results', link: '/docs/results/' },
    ],
  },
})
