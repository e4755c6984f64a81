import type { TypeEvenement } from '@/lib/demandes/evenements'
import type { Etat, Service } from '@/lib/demandes/modele'
import {
  type Acte,
  actePossible,
  cleDeTri,
  demarrerHorloge,
  type Horloge,
  joursAttendus,
  suspendreHorloge,
} from '@/lib/demandes/regles'
import { type ModeleDemande, modeles, objetDuCourriel } from '@/lib/notifications/modeles'
import { nomComplet } from '@/lib/socle/acteur'
import { typo } from '@/lib/socle/format'
import type { Prisma } from '@/lib/socle/prisma/client'
import { dateAParis } from '@/lib/socle/temps'
import type { Hasard } from './hasard'
import type { Cote, Depot, LignesDemande, Personnage } from './lignes'

/**
 * Tells the life of a demande act by act, with the rules of the product: the rows it gives are those that the use cases of
 * `lib/demandes` would have left, at any date. An act that the state does not allow throws.
 */
export class Recit {
  readonly #hasard: Hasard
  readonly #depot: Depot
  #etat: Etat = 'transmise'
  #horloge: Horloge
  #agent: Personnage | null = null
  #suite: Partial<Prisma.DemandeCreateManyInput> = {}
  #nonLus = { partenaire: 0, caisse: 0 }
  #version = 1
  #majLe: Date
  readonly #evenements: LignesDemande['evenements'] = []
  readonly #messages: LignesDemande['messages'] = []
  readonly #lectures = new Map<string, Prisma.LectureCreateManyInput>()
  readonly #courriels: LignesDemande['courriels'] = []

  constructor(hasard: Hasard, depot: Depot) {
    this.#hasard = hasard
    this.#depot = depot
    this.#majLe = depot.deposeeLe
    this.#horloge = demarrerHorloge(depot.delaiJours, depot.deposeeLe)
    this.#evenement('deposee', depot.auteur, 'partenaire', depot.deposeeLe)
    this.#courriel('demande_deposee', depot.auteur, depot.deposeeLe)
  }

  get etat(): Etat {
    return this.#etat
  }

  get agent(): Personnage | null {
    return this.#agent
  }

  prendre(agent: Personnage, le: Date): this {
    this.#exiger('prendre')
    if (this.#etat === 'transmise') this.#courriel('demande_prise_en_charge', this.#depot.auteur, le)
    this.#etat = 'prise_en_charge'
    this.#suivie(agent, le)
    this.#agent = agent
    return this.#transition('prise_en_charge', agent, 'caisse', le)
  }

  passer(de: Personnage, a: Personnage, le: Date): this {
    this.#exiger('passer')
    if (this.#etat === 'transmise') this.#etat = 'prise_en_charge'
    this.#suivie(a, le)
    this.#agent = a
    return this.#transition('passee', de, 'caisse', le, { a: nomComplet(a) })
  }

  ecrire(qui: Personnage, cote: Cote, texte: string, le: Date): this {
    const rouverte = this.#etat === 'traitee'
    if (rouverte) this.#rouvrir(le)
    else if (cote === 'caisse' && this.#etat === 'complement_recu') this.#etat = 'prise_en_charge'
    this.#message(qui, cote, texte, le)
    if (cote === 'caisse') this.#courriel('message_recu', this.#depot.auteur, le)
    else if (this.#agent) this.#courriel('message_partenaire', this.#agent, le)
    return this.#transition(rouverte ? 'rouverte' : 'message', qui, cote, le)
  }

  noter(agent: Personnage, texte: string, le: Date): this {
    this.#message(agent, 'caisse', texte, le, true)
    this.#evenement('note', agent, 'caisse', le, {}, false)
    return this
  }

  demanderComplement(agent: Personnage, texte: string, le: Date): this {
    this.#exiger('demander_complement')
    this.#message(agent, 'caisse', texte, le)
    this.#etat = 'attente_complement'
    this.#horloge = suspendreHorloge(this.#horloge, le)
    this.#suivie(agent, le)
    this.#courriel('complement_demande', this.#depot.auteur, le)
    return this.#transition('complement_demande', agent, 'caisse', le)
  }

  envoyerComplement(auteur: Personnage, texte: string, le: Date): this {
    this.#exiger('envoyer_complement')
    this.#message(auteur, 'partenaire', texte, le)
    this.#etat = 'complement_recu'
    this.#horloge = demarrerHorloge(this.#depot.delaiJours, le, this.#horloge)
    if (this.#agent) this.#courriel('complement_recu', this.#agent, le)
    return this.#transition('complement_envoye', auteur, 'partenaire', le)
  }

  clore(agent: Personnage, issue: string, texte: string, le: Date): this {
    this.#exiger('clore')
    this.#message(agent, 'caisse', texte, le)
    this.#etat = 'traitee'
    const joursSuspendus = joursAttendus(this.#horloge, dateAParis(le))
    this.#horloge = { ...this.#horloge, suspendueLe: null, joursSuspendus }
    this.#suivie(agent, le)
    this.#suite = { ...this.#suite, issue, closeLe: le }
    this.#courriel('demande_traitee', this.#depot.auteur, le)
    return this.#transition('traitee', agent, 'caisse', le, { issue })
  }

  annuler(auteur: Personnage, raison: string, le: Date): this {
    this.#exiger('annuler')
    this.#etat = 'annulee'
    this.#suite = { ...this.#suite, closeLe: le }
    return this.#transition('annulee', auteur, 'partenaire', le, raison ? { raison } : {})
  }

  /** Opens the page: a receipt, and the messages are read when the reader is the one who follows the demande. */
  consulter(qui: Personnage, cote: Cote, le: Date): this {
    const { id: demandeId, caisse } = this.#depot
    const ligne = { demandeId, compteId: qui.id, caisseId: caisse.id, structureId: this.#structureId, cote, vueLe: le }
    this.#lectures.set(qui.id, ligne)
    const responsable = cote === 'caisse' ? this.#agent : this.#depot.auteur
    if (!responsable || responsable.id === qui.id) this.#nonLus[cote] = 0
    return this
  }

  lignes(): LignesDemande {
    const { id, reference, caisse, auteur, deposeeLe, colonnes } = this.#depot
    const { echeanceLe, ...horloge } = this.#horloge
    return {
      demande: {
        ...colonnes,
        id,
        reference,
        caisseId: caisse.id,
        auteurId: auteur.id,
        deposeeLe,
        ...horloge,
        echeanceLe: echeanceLe && new Date(echeanceLe),
        triLe: cleDeTri(this.#horloge, deposeeLe),
        etat: this.#etat,
        ouverte: this.#etat !== 'traitee' && this.#etat !== 'annulee',
        agentId: this.#agent?.id ?? null,
        ...this.#suite,
        majLe: this.#majLe,
        nonLusPartenaire: this.#nonLus.partenaire,
        nonLusCaisse: this.#nonLus.caisse,
        version: this.#version,
      },
      evenements: this.#evenements,
      messages: this.#messages,
      lectures: [...this.#lectures.values()],
      courriels: this.#courriels,
    }
  }

  get #structureId(): string {
    return this.#depot.colonnes.structureId
  }

  #exiger(acte: Acte): void {
    if (!actePossible(acte, this.#etat)) throw new Error(`« ${acte} » est impossible dans l’état « ${this.#etat} ».`)
  }

  #suivie(agent: Personnage, le: Date): void {
    this.#agent ??= agent
    this.#suite = { ...this.#suite, priseEnChargeLe: this.#suite.priseEnChargeLe ?? le }
  }

  #rouvrir(le: Date): void {
    this.#etat = this.#agent ? 'prise_en_charge' : 'transmise'
    this.#horloge = demarrerHorloge(this.#depot.delaiJours, le, this.#horloge)
    this.#suite = { ...this.#suite, issue: null, closeLe: null }
  }

  #transition(type: TypeEvenement, qui: Personnage, cote: Cote, le: Date, details: Prisma.InputJsonObject = {}): this {
    this.#version += 1
    this.#majLe = le
    this.#evenement(type, qui, cote, le, details)
    return this
  }

  #evenement(
    type: TypeEvenement,
    qui: Personnage,
    cote: Cote,
    le: Date,
    details: Prisma.InputJsonObject = {},
    visiblePartenaire = true,
  ): void {
    this.#evenements.push({ ...this.#ligne(le), type, le, auteurId: qui.id, cote, visiblePartenaire, details })
  }

  #message(qui: Personnage, cote: Cote, texte: string, le: Date, interne = false): void {
    this.consulter(qui, cote, le)
    this.#messages.push({ ...this.#ligne(le), cote, interne, auteurId: qui.id, texte: typo(texte), envoyeLe: le })
    if (interne) return
    this.#nonLus[cote === 'caisse' ? 'partenaire' : 'caisse'] += 1
    this.#nonLus[cote] = 0
  }

  #ligne(le: Date) {
    const { id: demandeId, caisse } = this.#depot
    return { id: this.#hasard.uuid(le), demandeId, caisseId: caisse.id, structureId: this.#structureId }
  }

  #courriel(modele: ModeleDemande, lecteur: Personnage, le: Date): void {
    const { id: demandeId, reference, caisse, colonnes } = this.#depot
    const id = this.#hasard.uuid(le)
    const racine = lecteur.id === this.#depot.auteur.id ? '/demandes' : '/caisse/demandes'
    const donnees = modeles[modele].parse({
      reference,
      caisse: caisse.nom,
      lien: `${racine}/${reference}`,
      prenom: lecteur.prenom,
      service: colonnes.service as Service,
    })
    this.#courriels.push({
      id,
      messageId: `<${id}@${new URL(process.env.URL_PUBLIQUE ?? 'http://localhost').hostname}>`,
      modele,
      destinataire: lecteur.courriel,
      compteId: lecteur.id,
      demandeId,
      donnees,
      objet: objetDuCourriel(modele, donnees),
      etat: 'envoye',
      creeLe: le,
      envoyeLe: new Date(le.getTime() + 20_000),
    })
  }
}
