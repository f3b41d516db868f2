-- What a mail tells the reader's calendar: {method, text} (RFC 6047).
alter table messaging.message add column calendar jsonb;
