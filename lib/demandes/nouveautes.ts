/** «1 nouveauté»: what a partenaire has not read yet, a message or a document handed over. */
export const nouveautesEnMots = (nombre: number): string => `${nombre} ${nombre > 1 ? 'nouveautés' : 'nouveauté'}`
