package org.werkgraaf;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.curate.Proposals;
import org.werkgraaf.web.AnswerSettings;
import org.werkgraaf.web.AssistantSettings;
import org.werkgraaf.web.BodySettings;
import org.werkgraaf.web.BundleSettings;
import org.werkgraaf.web.CheckSettings;
import org.werkgraaf.web.ComparisonSettings;
import org.werkgraaf.web.DownloadSettings;
import org.werkgraaf.web.EditSettings;
import org.werkgraaf.web.NeighbourSettings;
import org.werkgraaf.web.OpenIdSettings;
import org.werkgraaf.web.OverviewSettings;
import org.werkgraaf.web.PictureSettings;
import org.werkgraaf.web.ProposalSettings;
import org.werkgraaf.web.ReconcileSettings;
import org.werkgraaf.web.SignSettings;
import org.werkgraaf.web.StreamSettings;
import org.werkgraaf.web.WebSettings;

/** Gives the rooms that speak HTTP their limits from the settings. */
@Configuration(proxyBeanMethods = false)
class WebRooms {
    @Bean
    WebSettings webSettings(Settings settings, Environment environment) {
        Settings.SearchSettings search = settings.search();
        return new WebSettings(
                new BaseAddress(settings.baseUrl(), environment),
                search.wordsLengthMax(),
                search.filtersMax(),
                search.sizeMax(),
                settings.admin().token());
    }

    @Bean
    CheckSettings checkSettings(Settings settings) {
        return new CheckSettings(settings.check().answersKept());
    }

    @Bean
    ReconcileSettings reconcileSettings(Settings settings) {
        Settings.ReconciliationSettings reconcile = settings.reconcile();
        return new ReconcileSettings(
                reconcile.queriesMax(), reconcile.candidatesMax(), reconcile.rowsMax(), reconcile.propertiesMax());
    }

    @Bean
    BodySettings bodySettings(Settings settings) {
        Settings.HttpSettings http = settings.http();
        return new BodySettings(
                http.bodyBytesMax(),
                http.bodyMillisMax(),
                http.bodyBytesPerSecondMin(),
                http.bodiesPerClientMax(),
                http.bodiesBytesMax());
    }

    @Bean
    DownloadSettings downloadSettings(Settings settings) {
        return new DownloadSettings(
                settings.http().downloadsAtOnceMax(), settings.http().downloadsPerClientMax());
    }

    @Bean
    BundleSettings bundleSettings(Settings settings) {
        return new BundleSettings(settings.bundle().serve());
    }

    @Bean
    StreamSettings streamSettings(Settings settings) {
        return new StreamSettings(
                Math.max(1, settings.stream().pageSize()),
                Math.max(1, settings.stream().sizeMax()));
    }

    @Bean
    AnswerSettings answerSettings(Settings settings) {
        Settings.SparqlSettings sparql = settings.sparql();
        return new AnswerSettings(
                sparql.answerBytesPerSecondMin(), sparql.answerMillisMax(), sparql.answersPerClientMax());
    }

    @Bean
    OverviewSettings overviewSettings(Settings settings) {
        return new OverviewSettings(settings.see().thingsMax());
    }

    @Bean
    PictureSettings pictureSettings(Settings settings) {
        Settings.PicturesSettings pictures = settings.pictures();
        return new PictureSettings(
                pictures.widthMax(),
                pictures.dotsMax(),
                pictures.rowsMax(),
                pictures.atOnceMax(),
                pictures.waitMillis(),
                pictures.millisMax(),
                pictures.cacheBytesMax());
    }

    @Bean
    AssistantSettings assistantSettings(Settings settings) {
        Settings.McpSettings mcp = settings.mcp();
        return new AssistantSettings(mcp.enabled(), mcp.origins(), mcp.hosts(), mcp.bodyBytesMax(), mcp.batchMax());
    }

    @Bean
    EditSettings editSettings(Settings settings, Accounts accounts) {
        Settings.EditingSettings edit = settings.edit();
        return new EditSettings(
                edit.looksMax(),
                edit.looksPerPersonMax(),
                edit.waitSecondsMax(),
                edit.fourEyes(),
                edit.wordsLengthMax(),
                !settings.inMemory(),
                () -> settings.signIn().enabled() && !settings.inMemory() && ProposalSwitch.isThereACurator(accounts));
    }

    @Bean
    ProposalSettings proposalSettings(Settings settings, Accounts accounts, ObjectProvider<Proposals> kept) {
        Settings.ProposalsSettings proposals = settings.proposals();
        return new ProposalSettings(
                ProposalSwitch.offBecause(settings, accounts, kept),
                proposals.bodyBytesMax(),
                proposals.perClientHourMax(),
                proposals.perNetworkHourMax(),
                proposals.textLengthMax(),
                proposals.lineLengthMax());
    }

    @Bean
    SignSettings signSettings(Settings settings) {
        SignInSettings signIn = settings.signIn();
        return new SignSettings(
                signIn.enabled() && !settings.inMemory(),
                signIn.passwordLengthMin(),
                signIn.tokenDaysMax(),
                signIn.failuresMax(),
                signIn.failuresPerClientMax(),
                signIn.failureSeconds(),
                signIn.atOnceMax(),
                signIn.idleSecondsMax(),
                signIn.sessionSecondsMax(),
                signIn.sessionsMax());
    }

    @Bean
    OpenIdSettings openIdSettings(Settings settings) {
        SignInSettings.OpenIdConnectSettings openid = settings.signIn().openid();
        return new OpenIdSettings(
                openid.issuer(),
                openid.clientId(),
                openid.clientSecret(),
                openid.claim(),
                openid.hosts(),
                openid.millisMax());
    }

    @Bean
    ComparisonSettings comparisonSettings(Settings settings) {
        return new ComparisonSettings(
                settings.near().thingsMax(), settings.near().cellValuesMax());
    }

    @Bean
    NeighbourSettings neighbourSettings(Settings settings) {
        return new NeighbourSettings(settings.near().neighboursMax());
    }
}
