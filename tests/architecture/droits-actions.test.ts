import { randomUUID } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { type EtatAction } from '@/lib/socle/etat-action'
import { fabriqueCompte, fabriqueSession } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { atelierDeTest } from '@/tests/contexte'

/** The request an action sees: its cookie and its headers, as a browser sends them. */
const requete = vi.hoisted(() => ({ cookies: new Map<string, string>(), entetes: new Headers() }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (nom: string) => (requete.cookies.has(nom) ? { value: requete.cookies.get(nom) } : undefined),
    set: () => {},
  }),
  headers: async () => requete.entetes,
}))

const origine = 'http://localhost:3000'
Object.assign(process.env, { URL_PUBLIQUE: origine, SECRET_SESSION: 'un-secret-pour-les-essais-seulement-0123456789' })

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { cookiePour } = await import('@/lib/socle/session')
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const deLaStructure = { partenaireId: ici.partenaire.id, structureId: ici.structure.id }
const comptes = {
  anonyme: null,
  'non activé': await fabriqueCompte(atelier, { profil: 'technicien', etat: 'attente_activation', ...deLaStructure }),
  inactivé: await fabriqueCompte(atelier, { profil: 'technicien', etat: 'inactif', ...deLaStructure }),
  'CGU non acceptées': await fabriqueCompte(atelier, { profil: 'technicien', cgu: false, ...deLaStructure }),
  'technicien d’un autre partenaire': ailleurs.technicien,
  gestionnaire: ici.gestionnaire,
  'agent d’une autre caisse': ailleurs.agent,
  technicien: ici.technicien,
  agent: ici.agent,
  référent: ici.referent,
  DPO: ici.dpo,
  administrateur: await fabriqueCompte(atelier, { profil: 'administrateur' }),
}
type Profil = keyof typeof comptes
const profils = Object.keys(comptes) as Profil[]
const connectes = profils.filter(
  (profil) => !['anonyme', 'non activé', 'inactivé', 'CGU non acceptées'].includes(profil),
)

async function appeler(
  action: Action,
  profil: Profil,
  champs: Record<string, string>,
  entetes: Record<string, string> = { origin: origine },
): Promise<EtatAction> {
  requete.cookies.clear()
  requete.entetes = new Headers({ 'x-forwarded-for': '192.0.2.7', ...entetes })
  const compte = comptes[profil]
  if (compte) {
    const cookie = await cookiePour(await fabriqueSession(atelier, compte.id))
    requete.cookies.set(cookie.name, cookie.value)
  }
  const donnees = new FormData()
  for (const [nom, valeur] of Object.entries({ _js: '1', ...champs })) donnees.set(nom, valeur)
  return action({}, donnees)
}

type Action = (etat: EtatAction, donnees: FormData) => Promise<EtatAction>
type Cas = { permis: readonly Profil[]; champs: () => Promise<Record<string, string>> }

const motif = await atelier.tx.motif.findFirstOrThrow({ where: { code: 'autre_contact', caisseId: null } })
const demandeEn = async (etat: Parameters<typeof fabriqueDemande>[2] & object) => {
  const demande = await fabriqueDemande(atelier, ici.cadre, { agent: ici.agent, motif: 'puma', ...etat })
  return { id: demande.id, version: String(demande.version) }
}
const brouillon = async () => {
  const { id } = await atelier.tx.brouillon.create({
    data: {
      compteId: ici.technicien.id,
      ...deLaStructure,
      service: 'contact',
      caisseId: ici.caisse.id,
      motifId: motif.id,
      donnees: {
        personne: {
          civilite: 'madame',
          nomNaissance: 'Kervella',
          nomUsage: '',
          prenom: 'Anaïs',
          dateNaissance: { jour: '3', mois: '4', annee: '1988' },
          departement: '29',
        },
        besoin: { message: 'Comment obtenir un code ?', demandeLiee: '' },
      },
    },
  })
  return id
}
const seulTechnicien: readonly Profil[] = ['technicien']
const seulAgent: readonly Profil[] = ['agent']

/** Every action that a signed-in person can call: who may, and an input that succeeds. A new action fails until it stands here. */
const matrice: Record<string, Cas> = {
  actionChoisirMotif: {
    permis: seulTechnicien,
    champs: async () => ({ id: randomUUID(), service: 'contact', caisseId: ici.caisse.id, motif: motif.id }),
  },
  actionEnregistrerBrouillon: {
    permis: seulTechnicien,
    champs: async () => ({ id: await brouillon(), etape: 'besoin', message: 'Bonjour' }),
  },
  actionValiderEtape: {
    permis: seulTechnicien,
    champs: async () => ({ id: await brouillon(), etape: 'besoin', message: 'Bonjour' }),
  },
  actionSupprimerBrouillon: { permis: seulTechnicien, champs: async () => ({ id: await brouillon() }) },
  actionDeposer: {
    permis: seulTechnicien,
    champs: async () => ({ id: await brouillon(), 'attestations.information_accord': 'oui' }),
  },
  actionEcrireALaCaisse: {
    permis: seulTechnicien,
    champs: async () => ({ ...(await demandeEn({ etat: 'prise_en_charge' })), texte: 'Bonjour' }),
  },
  actionEnvoyerComplement: {
    permis: seulTechnicien,
    champs: async () => ({ ...(await demandeEn({ etat: 'attente_complement' })), texte: 'Voici la pièce.' }),
  },
  actionAnnuler: { permis: seulTechnicien, champs: async () => ({ ...(await demandeEn({})), raison: '' }) },
  actionPrendre: { permis: seulAgent, champs: async () => demandeEn({}) },
  actionPasser: { permis: seulAgent, champs: async () => ({ ...(await demandeEn({})), agentId: ici.agent.id }) },
  actionDemanderComplement: {
    permis: seulAgent,
    champs: async () => ({ ...(await demandeEn({ etat: 'prise_en_charge' })), texte: 'Il manque une pièce.' }),
  },
  actionRecevoirComplement: { permis: seulAgent, champs: async () => demandeEn({ etat: 'attente_complement' }) },
  actionRepondre: {
    permis: seulAgent,
    champs: async () => ({ ...(await demandeEn({ etat: 'prise_en_charge' })), texte: 'Bonjour', nature: 'reponse' }),
  },
  actionClore: {
    permis: seulAgent,
    champs: async () => ({ ...(await demandeEn({ etat: 'prise_en_charge' })), texte: 'C’est fait.', issue: 'accord' }),
  },
  fermerSession: { permis: connectes, champs: async () => ({ sessionId: randomUUID() }) },
  fermerAutresSessions: { permis: connectes, champs: async () => ({}) },
  enregistrerPreferences: { permis: connectes, champs: async () => ({ raccourcis: 'oui' }) },
}

/** Actions open to people who are not signed in; each has its own tests in `tests/lib/comptes`. */
const publiques = [
  'connexion',
  'activerCompte',
  'demanderMotDePasse',
  'renouvelerMotDePasse',
  'changerMotDePasse',
  'accepterCgu',
  'deconnexion',
]

const modules = import.meta.glob<Record<string, Action>>('/lib/*/actions.ts', { eager: true })
const actions = Object.fromEntries(Object.values(modules).flatMap((module) => Object.entries(module)))

const empreinte = async () =>
  JSON.stringify([
    await atelier.tx.demande.findMany({ select: { id: true, version: true, etat: true }, orderBy: { id: 'asc' } }),
    await atelier.tx.brouillon.findMany({ select: { id: true, version: true }, orderBy: { id: 'asc' } }),
    await atelier.tx.message.count(),
    await atelier.tx.evenement.count(),
  ])

it('knows every action of the product', () => {
  expect(Object.keys(actions).sort()).toEqual([...Object.keys(matrice), ...publiques].sort())
})

describe.each(Object.entries(matrice))('%s', (nom, { permis, champs }) => {
  const action = actions[nom] as Action

  it.each(profils)('%s', async (profil) => {
    const saisie = await champs()
    const avant = await empreinte()
    const etat = await appeler(action, profil, saisie)
    if (permis.includes(profil)) {
      expect(etat.code ?? 'accepté', JSON.stringify(etat)).toMatch(
        nom === 'fermerSession' ? /accepté|etat_change/ : /^accepté$/,
      )
    } else {
      expect(etat.ok).toBeUndefined()
      expect(['session_expiree', 'interdit', 'introuvable', 'saisie']).toContain(etat.code)
      expect(await empreinte()).toBe(avant)
    }
  })

  it('is refused without an Origin, or with a foreign one, to those who may', async () => {
    const saisie = await champs()
    const avant = await empreinte()
    const profil = permis[0] as Profil
    const fausses: Record<string, string>[] = [
      {},
      { origin: 'https://ailleurs.example' },
      { origin: 'null' },
      { origin: `${origine}.ailleurs.example` },
    ]
    for (const entetes of fausses) expect((await appeler(action, profil, saisie, entetes)).code).toBe('origine')
    expect(await empreinte()).toBe(avant)
  })

  it('answers a malformed input with words, never with an incident', async () => {
    for (const saisie of [{}, { id: 'x' }, { id: "'; DROP TABLE demande; --" }, { '__proto__.x': '1', id: '\u0000' }]) {
      const etat = await appeler(action, permis[0] as Profil, saisie as Record<string, string>)
      expect(etat.code ?? 'accepté').not.toBe('inattendue')
    }
  })
})
