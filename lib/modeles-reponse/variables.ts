import { z } from 'zod'

/** What a template may say without knowing the demande, in the order of the help. */
export const variables = {
  reference: 'référence de la demande',
  objet: 'motif de la demande',
  personne: 'nom de la personne',
  prenom_du_technicien: 'prénom de qui a déposé la demande',
  partenaire: 'nom du partenaire',
  caisse: 'nom de votre caisse',
  agent: 'votre prénom et votre nom',
  date: 'date du jour',
  date_depot: 'date de réception de la demande',
  echeance: 'date avant laquelle la caisse répond',
  pieces_manquantes: 'pièces obligatoires qui ne sont pas arrivées',
} as const

export type Variable = keyof typeof variables

export type Valeurs = Record<Variable, string | null>

const estVariable = (nom: string): nom is Variable => Object.hasOwn(variables, nom)

// What a writer may have put between the braces, for the message that refuses it.
const ACCOLADES = /\{\{([^{}]*)\}\}/g

const nommer = (interieur: string) => interieur.trim().toLowerCase()

/** Names written between braces that are no variable, each once, as written. */
export function variablesInconnues(texte: string): string[] {
  const lus = [...texte.matchAll(ACCOLADES)].map(([, interieur = '']) => interieur)
  return [...new Set(lus.filter((interieur) => !estVariable(nommer(interieur))).map((nom) => nom.trim()))]
}

/** Braces that open or close nothing: «{{reference», «reference}}». */
function accoladesSeules(texte: string): boolean {
  return /\{\{|\}\}/.test(texte.replace(ACCOLADES, ''))
}

/** Why a text of a template is refused, in words; null when it may be kept. */
export function refusVariables(texte: string): string | null {
  const [inconnue] = variablesInconnues(texte)
  if (inconnue !== undefined)
    return inconnue === ''
      ? 'Des accolades sont vides\u00A0: écrivez entre elles le nom d’une variable de la liste, ou retirez-les.'
      : `«\u00A0{{${inconnue}}}\u00A0» n’est pas une variable. Choisissez dans la liste\u00A0: ${Object.keys(variables).join(', ')}.`
  if (accoladesSeules(texte))
    return 'Une variable n’est pas fermée\u00A0: elle s’écrit entre deux fois deux accolades, comme {{reference}}.'
  return null
}

/** What stands where the demande has nothing to say; the answer does not leave with it. */
const trou = (nom: Variable) => `[à compléter\u00A0: ${variables[nom]}]`

const TROU = /\[à compléter[\s\u00A0]*:[^\]]*\]/

/** The template with the words of a demande. What has no value leaves a hole that the agent fills. */
export function remplir(texte: string, valeurs: Valeurs): string {
  return texte.replace(ACCOLADES, (ecrit, interieur: string) => {
    const nom = nommer(interieur)
    return estVariable(nom) ? valeurs[nom]?.trim() || trou(nom) : ecrit
  })
}

/** Refuses a message in which a template still has a hole, or a variable. */
export function refuserTrou(texte: string, contexte: z.RefinementCtx): void {
  const reste = TROU.exec(texte)?.[0]
  if (reste)
    contexte.addIssue({
      code: 'custom',
      message: `Le modèle laisse un blanc\u00A0: remplacez «\u00A0${reste}\u00A0» par vos mots, ou retirez-le.`,
    })
}
