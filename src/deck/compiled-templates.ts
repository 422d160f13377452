// The house's templates as `npm run build` has compiled them, by their text: build.mjs puts them here. Empty in the sources, and
// for a text that has been changed since: then it is compiled as it is read.
export const compiledTemplates: ReadonlyMap<string, TemplateSpecification> = new Map()
