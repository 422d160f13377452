// Slides and a theme → the deck: each slide through its template and the text pass, fonts cut, all in one HTML page.
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Notes } from '../notes/notes.js'
import { giveWay } from '../shared/give-way.js'
import { DeckError, type Problem } from '../shared/problem.js'
import { remember } from '../shared/remember.js'
import { escapeHtml } from '../shared/text.js'
import { toneOf } from '../slides/pieces.js'
import type { Slide } from '../slides/slide.js'
import type { Aspect } from '../theme/aspect.js'
import type { Theme } from '../theme/theme.js'
import { listAuthored } from './authored.js'
import type { Audience, Deck, DeckFacts, Published } from './deck.js'
import { makeEmojiStyles, markEmoji } from './emoji.js'
import { tellFacts } from './facts.js'
import { openPinner, type Pinner } from './fonts/pinner.js'
import { type FontsAgain, makeFonts } from './fonts.js'
import { highlightCode } from './highlight.js'
import { inlineImages } from './images.js'
import { collectLetters } from './letters.js'
import { type DrawnMath, drawMath } from './math.js'
import { loadPageScript } from './page-script.js'
import { stackSlides } from './stack-slides.js'
import { makeStyles, readStyles } from './styles.js'
import { loadTemplates, type Templates } from './templates.js'
import { typesetHtml } from './typeset.js'

// Asks for an emoji in colours; emoji.ts has heard it. A browser would leave our faces for the machine's, and print what that machine has.
const colourSelector = '\uFE0F'

// A deck that is presented is drawn again at each save, and most of its slides say what they said. How many are kept is a
// bound on memory alone: some 4 KB each.
const mostDrawn = 2048
const drawOnce = (_facts: string, draw: () => string) => draw()
const drawings = new WeakMap<Templates, (facts: string, draw: () => string) => string>()

function renderSlide(slide: Slide, templates: Templates, { audience, theme }: DrawOptions): string {
  const template = templates.layouts.get(slide.layout)
  if (!template)
    throw new DeckError({
      code: 'deck/no-template',
      message: `There is no templates/layouts/${slide.layout}.hbs.`,
    })
  const logoPlaces = theme?.logo?.on ?? []
  const facts = {
    id: slide.id,
    layout: slide.layout,
    lang: slide.lang,
    keep: slide.keep,
    fragments: slide.fragments,
    className: slide.className,
    section: slide.section,
    tone: slide.section === undefined ? undefined : toneOf(slide.section),
    logo: logoPlaces.includes('all') || logoPlaces.includes(slide.layout),
    ...(audience === 'presenter' ? { opens: slide.opens, speakerNotes: slide.speakerNotes } : {}),
  }
  const draw = drawings.get(templates) ?? remember(drawOnce, mostDrawn)
  drawings.set(templates, draw)
  // A section's first slide has a heading one level up, where no slide of its own says the section's name.
  const view = { ...slide.view, opens: slide.opens !== undefined }
  return draw(JSON.stringify([facts, view]), () => {
    const html = templates.slide({ ...facts, body: template(view) })
    return typesetHtml(html, slide.lang)
  })
}

export type RenderOptions = {
  readonly audience: Audience
  /** 16:9 unless told otherwise. */
  readonly aspect?: Aspect | undefined
  readonly cacheDir: string
  readonly onProgress?: (done: number, total: number) => void
}

/** Without a theme, slides are drawn by the house's templates. */
type DrawOptions = RenderOptions & { readonly theme?: Pick<Theme, 'templateDirs' | 'logo'> }

/** Slides as HTML, in order, before fonts are cut to their letters. Throws DeckError for a template that is not there. */
export async function drawSlides(
  notes: Notes,
  slides: readonly Slide[],
  options: DrawOptions,
): Promise<{
  readonly rendered: readonly string[]
  readonly math: DrawnMath
  readonly problems: readonly Problem[]
}> {
  const [templates, code, math] = await Promise.all([
    loadTemplates(options.theme?.templateDirs),
    highlightCode(notes, options.cacheDir),
    drawMath(notes, options),
  ])
  const drawn: Awaited<ReturnType<typeof inlineImages>>[] = []
  for (const slide of slides) {
    await giveWay()
    const set = renderSlide(slide, templates, options)
    const whole = math.draw(await markEmoji(code.mark(set))).replaceAll(colourSelector, '')
    drawn.push(await inlineImages(whole, notes.file, slide.at))
  }
  return {
    rendered: drawn.map(({ html }) => html),
    math,
    problems: [...code.problems, ...math.problems, ...drawn.flatMap(({ problems }) => problems)],
  }
}

/** What a page of a deck is put together from. */
export type DeckParts = {
  readonly rendered: readonly string[]
  /** Style sheets by what they are for, in the order they stand in. */
  readonly sheets: Readonly<Record<'house' | 'math' | 'fonts' | 'late' | 'emoji', string>>
  /** What the page's head says. */
  readonly head: DeckFacts & Readonly<Record<'aspect' | 'variant' | 'minutes', string | undefined>>
  readonly problems: readonly Problem[]
}

/**
 * Draws the slides and makes their sheets; who does so again and again hands in what is known from the last time, and a
 * pinner that stays open. Throws DeckError for a template, theme style or font that cannot be used.
 */
export async function drawParts(
  notes: Notes,
  slides: readonly Slide[],
  theme: Theme,
  options: RenderOptions & {
    readonly again?: FontsAgain
    readonly pinner?: Pinner
    /** Letters of what the page says itself, in its list of keys: the machine it is opened on may have no font for them. */
    readonly said?: string
  },
): Promise<DeckParts> {
  const { aspect = '16:9', cacheDir, said = '' } = options
  await using own = openPinner()
  const { pinner = own } = options
  // Nothing was ever cut here: there will be work, and its thread takes as long to start as the slides to draw.
  if (!existsSync(path.join(cacheDir, 'slices'))) pinner.warm()
  const [css, styles, { rendered, math, problems }] = await Promise.all([
    makeStyles(theme, aspect),
    readStyles(theme),
    drawSlides(notes, slides, { ...options, theme }),
  ])
  const letters = collectLetters([...rendered, escapeHtml(math.strays + said)], styles, notes.lang)
  const from = [path.dirname(notes.file), '.']
  const [fonts, emoji] = await Promise.all([
    makeFonts(theme, letters, { ...options, pinner, authored: listAuthored(notes), from }),
    makeEmojiStyles(rendered, options),
  ])
  return {
    rendered,
    sheets: { house: css, math: math.css, fonts: fonts.css, late: fonts.late, emoji },
    head: {
      ...tellFacts(notes),
      aspect,
      variant: theme.variant,
      minutes: options.audience === 'presenter' ? notes.head.minutes?.toString() : undefined,
    },
    problems: [...problems, ...fonts.problems],
  }
}

/** Renders the deck. Throws DeckError for a template, theme style or font that cannot be used. */
export async function renderDeck(
  notes: Notes,
  slides: readonly Slide[],
  theme: Theme,
  options: RenderOptions & { readonly published?: Published | undefined },
): Promise<Deck> {
  const [templates, script] = await Promise.all([loadTemplates(), loadPageScript()])
  const said = notes.lang.startsWith('zh') ? script.han : ''
  const { rendered, sheets, head, problems } = await drawParts(notes, slides, theme, { ...options, said })
  const html = templates.deck({
    ...head,
    published: options.published,
    policy: script.policyFor(options.audience),
    css: Object.values(sheets)
      .filter((sheet) => sheet !== '')
      .join('\n'),
    slides: stackSlides(slides, rendered),
    script: script.source,
  })
  return {
    title: notes.title.text,
    lang: notes.lang,
    facts: head,
    html,
    slides: slides.map((slide, index) => ({ id: slide.id, html: rendered[index] ?? '', at: slide.at })),
    problems,
  }
}
