/** From where on a range of capacities is wide, in ACU: a maximum of `wideFrom` or more with a minimum below `narrowFrom`. */
export const wideRange = { narrowFrom: 2, wideFrom: 32 } as const;
