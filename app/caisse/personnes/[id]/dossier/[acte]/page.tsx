import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { CasesACocher } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { actesDuDossier } from '@/components/personnes/formulaires-dossier'
import { EtatVide } from '@/components/ui/etat-vide'
import { FilRetour } from '@/components/ui/fil-retour'
import { identiteComplete } from '@/lib/demandes/libelles'
import { dossierDe } from '@/lib/personnes/queries'
import { adresseClient, exigerActeur } from '@/lib/socle/session'

type Props = PageProps<'/caisse/personnes/[id]/dossier/[acte]'>

const acteDe = (nom: string) =>
  Object.hasOwn(actesDuDossier, nom) ? actesDuDossier[nom as keyof typeof actesDuDossier] : null

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: acteDe((await params).acte)?.titre ?? 'Page introuvable' }
}

export default async function ActeDuDossier({ params }: Props) {
  const acteur = await exigerActeur('personnes.traiter')
  const { id, acte: nom } = await params
  const acte = acteDe(nom)
  const lu = acte && (await dossierDe(acteur, id, await adresseClient()))
  if (!acte || !lu || lu.demande.etat !== 'ouverte') notFound()
  const dossiers = lu.dossier.filter(acte.pour)
  const [premier] = dossiers
  return (
    <Cadre acteur={acteur} entree="/caisse/personnes">
      <FilRetour href={`/caisse/personnes/${id}/dossier`} libelle="Ses dossiers" />
      {premier ? (
        <Formulaire action={acte.action} titrePage={acte.titre} cle={`${nom}-${id}`} className="max-w-160">
          <h1 className="mb-4">{acte.titre}</h1>
          <p className="lecture mb-6">{acte.avant}</p>
          <ChampCache name="id" valeur={id} />
          <ChampCache name="version" valeur={lu.demande.version} />
          <CasesACocher
            name="dossiers"
            label="Dossiers"
            options={dossiers.map(({ id: valeur, reference, objet, personne }) => ({
              valeur,
              libelle: `${reference}, ${objet}`,
              aide: identiteComplete(personne) ?? undefined,
            }))}
            valeurs={dossiers.map(({ id: valeur }) => valeur)}
          />
          {acte.champs(premier.personne)}
          <div className="rangee-boutons mt-8">
            <BoutonEnvoi aspect={acte.danger ? 'danger' : 'primaire'} enCours="Enregistrement…">
              {acte.bouton}
            </BoutonEnvoi>
          </div>
        </Formulaire>
      ) : (
        <>
          <h1 className="mb-4">{acte.titre}</h1>
          <EtatVide titre="Aucun dossier à qui cela s’applique">
            <p>
              <a href={`/caisse/personnes/${id}`}>Revenir à la demande</a>
            </p>
          </EtatVide>
        </>
      )}
    </Cadre>
  )
}
