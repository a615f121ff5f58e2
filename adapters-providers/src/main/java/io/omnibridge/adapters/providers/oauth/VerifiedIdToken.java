package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;

/** Subject and claims of an ID token that passed every check. */
record VerifiedIdToken(String subject, JsonNode claims) {}
