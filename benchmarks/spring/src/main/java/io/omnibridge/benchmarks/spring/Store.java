package io.omnibridge.benchmarks.spring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.oauth2.client.JdbcOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/** In the profile {@code jdbc} what was linked is in a database; otherwise Spring Boot's default keeps it in memory. */
@Configuration(proxyBeanMethods = false)
class Store {

    @Bean
    @Profile("jdbc")
    OAuth2AuthorizedClientService clients(JdbcOperations jdbc, ClientRegistrationRepository registrations) {
        return new JdbcOAuth2AuthorizedClientService(jdbc, registrations);
    }
}
