-- Pauses of deadlines in a log's streams are few among very many; they are read for every batch of certificates.
create index stream_states_pauses on stream_states (institution) where starts_with(stream, 'pause/');
