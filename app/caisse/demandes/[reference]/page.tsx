import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { DemandeEffacee, estEffacee } from '@/components/conservation/demande-effacee'
import { DossierLimite } from '@/components/demandes/dossier-limite'
import { Oppositions } from '@/components/demandes/oppositions'
import { BarreRaccourcis } from '@/components/file/barre-raccourcis'
import { requeteFile } from '@/components/file/requete'
import { RendezVousCaisse } from '@/components/rendez-vous/bloc-caisse'
import { ActeDemande } from '@/components/traitement/actes'
import { ActionsDemande } from '@/components/traitement/actions-demande'
import { adresseAgir, lireAgir } from '@/components/traitement/adresses'
import { Colonne } from '@/components/traitement/colonne'
import { DemandesLiees } from '@/components/traitement/demandes-liees'
import { DocumentsRemis } from '@/components/traitement/documents-remis'
import { Echanges } from '@/components/traitement/echanges'
import { EnteteDemande } from '@/components/traitement/entete-demande'
import { LaDemande } from '@/components/traitement/la-demande'
import { modelesRemplis } from '@/components/traitement/modeles-de-reponse'
import { NavigationDemande } from '@/components/traitement/navigation'
import { Partie } from '@/components/traitement/partie'
import { PiecesRecues } from '@/components/traitement/pieces-recues'
import { raccourcisDe } from '@/components/traitement/raccourcis'
import { titreDemande } from '@/components/traitement/titre'
import { FilRetour } from '@/components/ui/fil-retour'
import { consulterDemande } from '@/lib/demandes/consulter-demande'
import { demandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { filtresFileSchema } from '@/lib/demandes/filtres-file'
import { choixDeCorrection, transfertDe } from '@/lib/demandes/queries-corrections'
import { peutRemettre } from '@/lib/documents/regles'
import { avecMots } from '@/lib/recherche/mots-gardes'
import { creneauxAProposer } from '@/lib/rendez-vous/queries'
import { adresseClient, exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

type Props = {
  params: Promise<{ reference: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { reference } = await params
  return { title: titreDemande(reference, lireAgir((await searchParams).agir)) }
}

export default async function PageDemande({ params, searchParams }: Props) {
  const acteur = await exigerActeur('demande.voir', { dejaConsignee: true })
  const [{ reference }, recherche] = await Promise.all([params, searchParams])
  // Opened from the queue, the address carries the view; from a link or an e-mail, it does not.
  const filtres = recherche.vue ? filtresFileSchema.parse(await avecMots(acteur, recherche)) : null
  const demande = await demandeDeCaisse(acteur, reference, filtres ?? undefined)
  if (!demande) {
    const transfert = await transfertDe(acteur, reference)
    if (!transfert) notFound()
    return (
      <Cadre acteur={acteur} entree="/caisse/file">
        <Partie transfert={transfert} />
      </Cadre>
    )
  }
  await consulterDemande(acteur, demande, await adresseClient())
  if (estEffacee(demande))
    return (
      <Cadre acteur={acteur} entree="/caisse/file">
        <DemandeEffacee demande={demande} interne retour={<FilRetour href="/caisse/file" libelle="File" />} />
      </Cadre>
    )

  if (demande.limiteeLe)
    return (
      <Cadre acteur={acteur} entree="/caisse/file" plein>
        <DossierLimite demande={demande} cote="caisse" retour={{ href: '/caisse/file', libelle: 'File' }} />
      </Cadre>
    )

  const maintenant = new Date()
  const aujourdhui = dateAParis(maintenant)
  const moi = acteur.compteId
  const modeles = modelesRemplis(demande, acteur, maintenant)
  const modele = modeles.find(({ id }) => id === recherche.modele) ?? null
  const agir = modele?.acte ?? lireAgir(recherche.agir)
  const titrePage = titreDemande(reference, agir)
  const offre = agir === 'proposer' || agir === 'fixer' ? await creneauxAProposer(acteur, maintenant) : null
  const suite = filtres ? requeteFile(filtres) : ''
  const remise = peutRemettre(demande.convention, aujourdhui) && demande.etat !== 'annulee'
  const cadre = {
    demande,
    filtres,
    titrePage,
    suite,
    modeles,
    modele,
    raccourcis: acteur.raccourcis,
    remise,
    correction: await choixDeCorrection(acteur, demande, agir),
    vers: typeof recherche.vers === 'string' ? recherche.vers : undefined,
  }
  return (
    <Cadre acteur={acteur} entree="/caisse/file" plein>
      <EnteteDemande
        demande={demande}
        moi={moi}
        aujourdhui={aujourdhui}
        navigation={<NavigationDemande demande={demande} filtres={filtres} raccourcis={acteur.raccourcis} />}
        actions={
          <ActionsDemande
            demande={demande}
            filtres={filtres}
            moi={moi}
            agir={agir}
            raccourcis={acteur.raccourcis}
            titrePage={titrePage}
            suite={suite}
          />
        }
      />
      <div className="flex-1 bureau:flex">
        <div className="flex min-w-0 flex-1 flex-col gap-7 px-5 py-5 max-tab:px-4 bureau:pr-8">
          <Oppositions oppositions={demande.oppositions} />
          <RendezVousCaisse demande={demande} filtres={filtres} agir={agir} maintenant={maintenant} />
          <LaDemande demande={demande} moi={moi} titrePage={titrePage} suite={suite} aujourdhui={aujourdhui} />
          <DemandesLiees demande={demande} titrePage={titrePage} suite={suite} />
          <PiecesRecues demande={demande} moi={moi} aujourdhui={aujourdhui} />
          <DocumentsRemis
            cadre={{ demande, moi, maintenant, titrePage, suite }}
            adresse={adresseAgir(reference, filtres, 'repondre')}
            poster={adresseAgir(reference, filtres, 'poster')}
          />
          <Echanges
            demande={demande}
            moi={moi}
            maintenant={maintenant}
            titrePage={titrePage}
            suite={suite}
            raccourcis={acteur.raccourcis}
          />
          <ActeDemande cadre={cadre} agir={agir} moi={moi} maintenant={maintenant} offre={offre} />
        </div>
        <Colonne demande={demande} moi={moi} maintenant={maintenant} />
      </div>
      {acteur.raccourcis && <BarreRaccourcis raccourcis={raccourcisDe(demande, moi)} />}
    </Cadre>
  )
}
