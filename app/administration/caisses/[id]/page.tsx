import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { TableauComptes } from '@/components/comptes-caisse/tableau-comptes'
import { Avis } from '@/components/ui/avis'
import { LienBouton } from '@/components/ui/bouton'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { UserPlus } from '@/components/ui/icones'
import { Resume } from '@/components/ui/resume'
import { caisseAdministree } from '@/lib/caisses/queries-administration'
import { comptesDeLaCaisse } from '@/lib/comptes-caisse/queries'
import { departements } from '@/lib/socle/departements'
import { pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Une caisse' }

const calendriers: Record<string, string> = { france: 'National', alsace_moselle: 'Alsace-Moselle' }

export default async function Caisse({ params, searchParams }: PageProps<'/administration/caisses/[id]'>) {
  const acteur = await exigerActeur('administrer')
  const caisse = await caisseAdministree(acteur, (await params).id)
  if (!caisse) notFound()
  const comptes = await comptesDeLaCaisse(acteur, caisse.id)
  const adresse = `/administration/caisses/${caisse.id}`
  return (
    <Cadre acteur={acteur} entree="/administration/caisses">
      <FilRetour href="/administration/caisses" libelle="Caisses" />
      <Fait
        fait={(await searchParams).fait}
        mots={{
          creee: 'La caisse est créée. Créez maintenant le compte de son premier référent.',
          modifiee: 'Les changements sont enregistrés.',
        }}
      />
      <h1>{caisse.nom}</h1>
      <p className="mt-2 mb-6 text-15 text-encre-2">
        Code {caisse.code}, {pluriel(caisse.partenaires, 'partenaire')} sous convention
      </p>
      {caisse.manques.length > 0 && (
        <Avis ton="chaud" titre="Ce qui manque avant d’ouvrir à un partenaire" className="mb-8 max-w-180">
          <ul className="list-disc pl-5">
            {caisse.manques.map((manque) => (
              <li key={manque}>{manque}</li>
            ))}
          </ul>
        </Avis>
      )}
      <div className="max-w-180">
        <Resume
          titre="Identité"
          modifier={`${adresse}/modifier`}
          lignes={[
            { cle: 'Adresse', valeur: `${caisse.adresse}, ${caisse.codePostal} ${caisse.ville}` },
            {
              cle: 'Départements servis',
              valeur: caisse.departements.map((code) => `${departements[code] ?? code} (${code})`).join(', '),
            },
            { cle: 'Jours fériés', valeur: calendriers[caisse.calendrier] ?? caisse.calendrier },
          ]}
        />
      </div>
      <p>
        <a href={`${adresse}/parametres`}>Voir et régler les paramètres de la caisse</a>
      </p>
      <section aria-labelledby="comptes" className="mt-10">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <h2 id="comptes">Comptes</h2>
          <LienBouton href={`${adresse}/comptes/nouveau`} icone={<UserPlus />}>
            {caisse.referents === 0 ? 'Créer le premier référent' : 'Créer un compte'}
          </LienBouton>
        </div>
        {comptes.length === 0 ? (
          <p className="mt-3">Aucun compte. Le premier référent crée ensuite ceux de ses collègues.</p>
        ) : (
          <TableauComptes acteur={acteur} legende={`Comptes de ${caisse.nom}`} comptes={comptes} />
        )}
      </section>
    </Cadre>
  )
}
