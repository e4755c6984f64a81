import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { etatCgu } from '@/components/administration/etats-cgu'
import { Cadre } from '@/components/cadre/cadre'
import { TexteSimple } from '@/components/comptes/texte-simple'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Badge } from '@/components/ui/badge'
import { LienBouton } from '@/components/ui/bouton'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionRetirerPublicationCgu } from '@/lib/cgu/actions'
import { versionCgu } from '@/lib/cgu/queries'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Une version des conditions d’utilisation' }

const faits = {
  enregistree: 'Le brouillon est enregistré. Relisez-le tel qu’il sera lu, puis publiez-le.',
  publiee: 'La version est publiée. Chacun l’accepte à sa prochaine page.',
  prevue: 'La publication est prévue. D’ici là, le texte peut encore changer.',
  retiree: 'La publication est retirée : la version est de nouveau un brouillon.',
}

export default async function Version({ params, searchParams }: PageProps<'/administration/cgu/[id]'>) {
  const acteur = await exigerActeur('administrer')
  const version = await versionCgu(acteur, (await params).id, new Date())
  if (!version) notFound()
  const adresse = `/administration/cgu/${version.id}`
  const titre = `Conditions d’utilisation, version ${version.numero}`
  const etat = etatCgu(version)
  return (
    <Cadre acteur={acteur} entree="/administration/cgu">
      <FilRetour href="/administration/cgu" libelle="Conditions d’utilisation" />
      <Fait fait={(await searchParams).fait} mots={faits} />
      <h1>{titre}</h1>
      <p className="mt-2 mb-6">
        <Badge ton={etat.ton}>{etat.mot}</Badge>
      </p>
      {version.etat === 'brouillon' && (
        <div className="rangee-boutons mb-8">
          <LienBouton href={`${adresse}/publier`}>Publier cette version</LienBouton>
          <LienBouton aspect="secondaire" href={`${adresse}/modifier`}>
            Modifier le texte
          </LienBouton>
          <a href={`${adresse}/supprimer`} className="inline-block min-h-6">
            Supprimer le brouillon
          </a>
        </div>
      )}
      {version.etat === 'prevue' && (
        <Formulaire
          action={actionRetirerPublicationCgu}
          titrePage={titre}
          cle={`retirer-${version.id}`}
          className="mb-8"
        >
          <ChampCache name="id" valeur={version.id} />
          <ChampCache name="version" valeur={version.version} />
          <div className="rangee-boutons">
            <LienBouton aspect="secondaire" href={`${adresse}/modifier`}>
              Modifier le texte
            </LienBouton>
            <BoutonEnvoi aspect="secondaire" enCours="Retrait…">
              Retirer la publication
            </BoutonEnvoi>
          </div>
        </Formulaire>
      )}
      {version.resume && (
        <section aria-labelledby="change" className="mb-8 border-l border-filet-2 pl-4">
          <h2 id="change" className="mb-2">
            Ce qui change
          </h2>
          <TexteSimple texte={version.resume} />
        </section>
      )}
      <TexteSimple texte={version.texte} />
    </Cadre>
  )
}
