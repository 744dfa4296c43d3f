-- What was decided since somebody was last here.
create index decision_by_time on decision (decided_at);
