package io.omnibridge.bootstrap.demo;

/** Tokens that the demo issued for one of its accounts. */
record DemoTokenPair(String accessToken, String refreshToken, String account) {}
