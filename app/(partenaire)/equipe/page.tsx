import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { TableauEquipe } from '@/components/equipe/tableau-equipe'
import { EtatVide } from '@/components/ui/etat-vide'
import { equipeDuPartenaire } from '@/lib/partenaires/queries'
import { pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Votre équipe' }

export default async function Equipe() {
  const acteur = await exigerActeur('equipe.gerer')
  const { comptes, nombreMembres } = await equipeDuPartenaire(acteur)
  const avecStructure = acteur.structure?.unique === false
  const groupes = [
    { titre: 'Techniciens', profil: 'technicien' },
    { titre: 'Gestionnaires', profil: 'gestionnaire' },
  ].map((groupe) => ({ ...groupe, comptes: comptes.filter(({ profil }) => profil === groupe.profil) }))
  return (
    <Cadre acteur={acteur} entree="/equipe" exacte>
      <h1>Votre équipe</h1>
      <p className="mt-2 text-15 text-encre-2">
        {acteur.partenaire?.nom}
        {nombreMembres !== null && `, ${pluriel(nombreMembres, 'membre déclaré', 'membres déclarés')}`}
      </p>
      {groupes.map(({ titre, profil, comptes: siens }) => (
        <section key={profil} aria-labelledby={profil} className="mt-9">
          <h2 id={profil}>
            {titre}{' '}
            <span className="text-15 font-normal text-encre-2">
              {pluriel(siens.filter(({ etat }) => etat === 'actif').length, 'compte actif', 'comptes actifs')}
            </span>
          </h2>
          {siens.length > 0 ? (
            <TableauEquipe legende={titre} comptes={siens} avecStructure={avecStructure} />
          ) : (
            <div className="mt-4">
              <EtatVide titre="Aucun compte de technicien">
                <p>Les techniciens déposent les demandes et en suivent les réponses.</p>
              </EtatVide>
            </div>
          )}
        </section>
      ))}
    </Cadre>
  )
}
