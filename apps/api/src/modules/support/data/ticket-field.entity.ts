import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TicketField } from '../domain/ticket-field.ts';

/** The table of fields that this house added to its tickets. */
@Entity('ticket_field')
export class TicketFieldEntity implements TicketField {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  key: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: TicketField['kind'];

  @Column('jsonb', { default: () => "'[]'" })
  options: TicketField['options'];

  @Column('text', { array: true, default: () => "'{}'" })
  aliases: string[];

  @Column('boolean', { name: 'is_required_to_solve', default: false })
  isRequiredToSolve: boolean;

  @Column('uuid', { name: 'team_ids', array: true, default: () => "'{}'" })
  teamIds: string[];

  @Column('text', { array: true, default: () => "'{}'" })
  types: string[];

  @Column('text', { name: 'data_class', default: 'internal' })
  dataClass: TicketField['dataClass'];

  @Column('integer', { default: 0 })
  place: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;
}
