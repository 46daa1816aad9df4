-- Answers of those whom a notice is not for any more are taken off its count: these few, not all of its receivers.
create index notice_receiver_left on notice_receiver (notice_id, unit_id) where left_at is not null;
