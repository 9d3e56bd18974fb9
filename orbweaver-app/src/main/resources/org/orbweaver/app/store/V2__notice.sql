-- How long before a line is limited or paused its holder is told; seven days where nothing was said.
ALTER TABLE funding_terms ADD COLUMN least_notice_ns BIGINT NOT NULL DEFAULT 604800000000000;
