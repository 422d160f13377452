// The notes that themes are looked at and tried on, which come with the program.
import path from 'node:path'
import { templatesDir } from '../../shared/package-files.js'

const file = (name: string) => path.join(templatesDir, 'gallery', name)

/** Every layout, once in Chinese and once in English. */
export const galleryFiles = [file('zh.md'), file('en.md')]
/** Whatever is too long, too wide or too much. */
export const stressFile = file('stress.md')
