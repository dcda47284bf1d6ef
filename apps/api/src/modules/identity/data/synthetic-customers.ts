/**
 * Customers whom a synthetic link holds together (`SELECT customer_id …`): their records come from sets that have nothing to do with one
 * another, so what crosses them is no finding. A link that was undone is none any more.
 */
export const syntheticCustomers = `
  SELECT y.customer_id FROM decision sd JOIN must_link sl ON sl.decision_id = sd.id JOIN source_record y ON y.id = sl.record_a
   WHERE sd.kind = 'synthetic-link' AND y.customer_id IS NOT NULL`;
