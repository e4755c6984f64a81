import { randomUUID } from 'node:crypto'
import { enParties } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import type { Cas, Monde, Profil } from './monde'

const seulDpo: readonly Profil[] = ['DPO']

export function cas({ atelier, ici }: Monde): Record<string, Cas> {
  const { tx } = atelier
  const jour = (nom: string) => {
    const { jour: j, mois, annee } = enParties(dateAParis(new Date()))
    return { [`${nom}.jour`]: j, [`${nom}.mois`]: mois, [`${nom}.annee`]: annee }
  }
  const droit = async (etat = 'ouverte') => {
    const id = randomUUID()
    const aujourdhui = new Date(dateAParis(new Date()))
    await tx.demandePersonne.create({
      data: {
        id,
        reference: `P00-${id.slice(0, 6)}`,
        caisseId: ici.caisse.id,
        type: 'acces',
        canal: 'courrier',
        recueLe: aujourdhui,
        echeanceLe: aujourdhui,
        nomNaissance: 'Kervella',
        prenom: 'Anaïs',
        dateNaissance: new Date('1988-04-03'),
        objet: 'Copie.',
        identiteLe: aujourdhui,
        etat,
        creeLe: new Date(),
        creeParId: ici.dpo.id,
      },
    })
    return { id, version: '1' }
  }
  const avecDossier = async () => {
    const lui = await droit()
    const { id } = await fabriqueDemande(atelier, ici.cadre, { agent: ici.agent, motif: 'puma' })
    const lieu = { demandePersonneId: lui.id, demandeId: id, caisseId: ici.caisse.id }
    await tx.dossierPersonne.create({ data: { ...lieu, retenuLe: new Date() } })
    return { ...lui, 'dossiers[]': [id] }
  }
  const faits = {
    type: 'acces',
    canal: 'courrier',
    nomNaissance: 'Kervella',
    nomUsage: '',
    prenom: 'Anaïs',
    autresNoms: '',
    representant: '',
    adresse: '',
    objet: 'Copie de ses données.',
  }
  const opposition = async () => {
    const lui = await droit()
    await tx.opposition.create({
      data: {
        id: randomUUID(),
        caisseId: ici.caisse.id,
        demandePersonneId: lui.id,
        clePersonne: 'kervella anais 1988-04-03',
        decision: 'acceptee',
        consigne: 'Ne plus écrire au partenaire.',
        decideeLe: new Date(),
        decideeParId: ici.dpo.id,
      },
    })
    return lui
  }
  const limite = async () => {
    const lui = await avecDossier()
    const [demandeId = ''] = lui['dossiers[]']
    const limitationId = randomUUID()
    const poseeLe = new Date()
    await tx.limitation.create({
      data: {
        id: limitationId,
        demandeId,
        caisseId: ici.caisse.id,
        demandePersonneId: lui.id,
        motif: 'Contestée.',
        poseeLe,
        poseeParId: ici.dpo.id,
        donnees: { create: { contenu: { objet: 'Essai' } } },
      },
    })
    await tx.demande.update({ where: { id: demandeId }, data: { limiteeLe: poseeLe } })
    return lui
  }
  const par = (champs: Cas['champs']): Cas => ({ permis: seulDpo, champs })
  return {
    actionEnregistrerDroit: par(async () => ({ id: randomUUID(), ...faits, ...jour('recueLe') })),
    actionModifierDroit: par(async () => ({ ...(await droit()), ...faits })),
    actionVerifierIdentite: par(async () => ({ ...(await droit()), identiteMoyen: 'presence', ...jour('identiteLe') })),
    actionProlongerDroit: par(async () => ({ ...(await droit()), motif: 'Dossiers nombreux.', ...jour('diteLe') })),
    actionRepondreDroit: par(async () => ({
      ...(await droit()),
      issue: 'satisfaite',
      reponse: 'Copie remise.',
      ...jour('reponduLe'),
    })),
    actionRouvrirDroit: par(() => droit('traitee')),
    actionRetenirDossiers: par(avecDossier),
    actionCorrigerIdentite: par(async () => ({
      ...(await avecDossier()),
      civilite: 'madame',
      nomNaissance: `Corrigé`,
      nomUsage: '',
      prenom: 'Zoé',
      'dateNaissance.jour': '2',
      'dateNaissance.mois': '3',
      'dateNaissance.annee': '1981',
      departement: '76',
    })),
    actionLimiterDossiers: par(async () => ({ ...(await avecDossier()), motif: 'Exactitude contestée.' })),
    actionLeverLimitation: par(limite),
    actionDeciderOpposition: par(async () => ({
      ...(await droit()),
      decision: 'acceptee',
      consigne: 'Ne plus écrire au partenaire.',
    })),
    actionLeverOpposition: par(opposition),
    actionExporterPersonne: par(async () => {
      const { id, version } = await avecDossier()
      return { id, version }
    }),
  }
}
