import { ouvrirSession } from '@/lib/comptes/ouvrir-session'
import { formeCourte } from '@/lib/habilitations/identifiant'
import type { Compte, Prisma } from '@/lib/socle/prisma/client'
import type { Atelier } from './atelier'
import { noms, prenoms } from './noms'
import { telephoneFictif } from './personne'

type ValeursCompte = Partial<Omit<Prisma.CompteCreateManyInput, 'id'>> & {
  profil: 'technicien' | 'gestionnaire' | 'caisse' | 'administrateur'
  motDePasseHash?: string | null
  motDePasseLe?: Date
  /** False leaves the CGU to accept. */
  cgu?: boolean
  /** False leaves the tour of the portal to be offered. */
  visite?: boolean
}

const attestation =
  'La personne est salariée ou bénévole de la structure, travaille sur un équipement professionnel protégé par un antivirus et dispose d’une messagerie professionnelle hébergée en Europe.'

/** An account, active, with its CGU accepted, unless said otherwise. Without hash nobody can sign in with it. */
export async function fabriqueCompte(atelier: Atelier, valeurs: ValeursCompte): Promise<Compte> {
  const { tx, hasard, maintenant } = atelier
  const { motDePasseHash = null, motDePasseLe, cgu = true, visite = true, ...colonnes } = valeurs
  const creeLe = (colonnes.creeLe as Date | undefined) ?? new Date(maintenant.getTime() - 90 * 86_400_000)
  const civilite = colonnes.civilite ?? hasard.choisir(['madame', 'monsieur'])
  const prenom = colonnes.prenom ?? hasard.choisir(prenoms[civilite === 'madame' ? 'madame' : 'monsieur'])
  const nom = colonnes.nom ?? hasard.choisir(noms)
  const identifiant = colonnes.identifiant ?? `essai-${formeCourte(prenom, nom)}-${hasard.chiffres(5)}`
  const etat = colonnes.etat ?? 'actif'
  const compte = await tx.compte.create({
    data: {
      id: hasard.uuid(creeLe),
      identifiant,
      fonction: fonctions[colonnes.profil],
      telephone: telephoneFictif(hasard),
      courriel: `${identifiant}@essai.example`,
      roles: colonnes.profil === 'caisse' ? ['agent'] : [],
      creeLe,
      activeLe: etat === 'attente_activation' ? null : creeLe,
      ...(etat !== 'attente_activation' && visite && { preferences: { premiereVisite: 'faite' } }),
      ...colonnes,
      civilite,
      prenom,
      nom,
      etat,
    },
  })
  const compteId = compte.id
  if (motDePasseHash)
    await tx.authentification.create({ data: { compteId, motDePasseHash, motDePasseLe: motDePasseLe ?? creeLe } })
  if (cgu && etat === 'actif') await accepterLesCgu(atelier, compteId, creeLe)
  if (compte.profil === 'technicien' && compte.creeParId)
    await tx.attestationTechnicien.create({
      data: {
        id: hasard.uuid(creeLe),
        compteId,
        attesteParId: compte.creeParId,
        attesteeLe: creeLe,
        texte: attestation,
      },
    })
  return compte
}

const fonctions = {
  technicien: 'Travailleur social',
  gestionnaire: 'Responsable de service',
  caisse: 'Agent partenariats',
  administrateur: 'Administration nationale',
}

async function accepterLesCgu({ tx }: Atelier, compteId: string, accepteeLe: Date): Promise<void> {
  const version = await tx.versionCgu.findFirst({ where: { publieeLe: { not: null } }, orderBy: { numero: 'desc' } })
  if (version) await tx.acceptationCgu.create({ data: { compteId, versionId: version.id, accepteeLe } })
}

/** An open session of an account, which the product reads like any other; complete unless `secondFacteur` is false. */
export function fabriqueSession(
  { tx, maintenant }: Pick<Atelier, 'tx' | 'maintenant'>,
  compteId: string,
  { secondFacteur = true } = {},
): Promise<string> {
  const secondFacteurLe = secondFacteur ? maintenant : undefined
  return ouvrirSession(tx, { compteId, adresse: '192.0.2.10', navigateur: 'essai', maintenant, secondFacteurLe })
}
