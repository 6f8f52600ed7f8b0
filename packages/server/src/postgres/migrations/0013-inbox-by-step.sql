-- Whether a message is the newest about its step is asked for each that an inbox shows as waiting.
create index inbox_items_by_step
  on inbox_items (institution, number, rule, requirement, step, said_on, id);
