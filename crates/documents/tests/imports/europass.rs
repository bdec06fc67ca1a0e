use documents::{Error, understand};
use domain::page::Format;
use expect_test::expect;

use super::{shown, understood, unplaced};

const PASSPORT: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass" locale="fr">
 <DocumentInfo><DocumentType>ECV</DocumentType><Generator>x</Generator></DocumentInfo>
 <PrintingPreferences><Document type="ECV"/></PrintingPreferences>
 <LearnerInfo>
  <Identification>
   <PersonName><FirstName>Luc</FirstName><Surname>Morel</Surname></PersonName>
   <ContactInfo>
    <Address><Contact><AddressLine>3 rue du Port</AddressLine><PostalCode>29200</PostalCode>
     <Municipality>Brest</Municipality><Country><Code>FR</Code><Label>France</Label></Country></Contact></Address>
    <Email><Contact>luc@example.org</Contact></Email>
    <TelephoneList>
     <Telephone><Contact>+33 6 00 00 00 00</Contact><Use><Code>mobile</Code><Label>Mobile</Label></Use></Telephone>
     <Telephone><Contact>+33 2 00 00 00 00</Contact></Telephone></TelephoneList>
    <WebsiteList><Website><Contact>https://luc.example</Contact></Website></WebsiteList>
    <InstantMessagingList><InstantMessaging><Contact>luc.m</Contact><Use><Label>Skype</Label></Use></InstantMessaging></InstantMessagingList>
   </ContactInfo>
   <Demographics><Birthdate year="1980" month="--03" day="---10"/><Gender><Code>M</Code><Label>Masculin</Label></Gender></Demographics>
   <Photo><MimeType>image/jpeg</MimeType><Data>AAAA</Data></Photo>
  </Identification>
  <Headline><Type><Code>position</Code><Label>Poste</Label></Type><Description><Label>Soudeur</Label></Description></Headline>
  <WorkExperienceList>
   <WorkExperience><Period><From year="2012" month="--04"/><Current>true</Current></Period>
    <Position><Label>Soudeur naval</Label></Position>
    <Activities>&lt;p&gt;Soude.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Coques &amp;amp; ponts&lt;/li&gt;&lt;/ul&gt;</Activities>
    <Employer><Name>Chantier Ouest</Name><ContactInfo><Address><Contact><Municipality>Brest</Municipality></Contact></Address></ContactInfo>
     <Sector><Label>Industrie</Label></Sector></Employer></WorkExperience>
   <WorkExperience><Period><From year="2008"/><To year="2012" month="--03" day="---31"/></Period>
    <Position><Label>Aide</Label></Position><Employer><Name>Quai Sud</Name></Employer></WorkExperience>
  </WorkExperienceList>
  <EducationList><Education><Period><From year="2006"/><To year="2008"/></Period><Title>CAP Soudage</Title>
    <Organisation><Name>Lycée Vauban</Name></Organisation><Level><Code>3</Code><Label>CEC 3</Label></Level>
    <Field><Label>Métaux</Label></Field></Education></EducationList>
  <Skills>
   <Linguistic>
    <MotherTongueList><MotherTongue><Description><Code>fr</Code><Label>français</Label></Description></MotherTongue></MotherTongueList>
    <ForeignLanguageList>
     <ForeignLanguage><Description><Code>en</Code></Description><ProficiencyLevel><Listening>B2</Listening>
      <Reading>C1</Reading><Writing>B1</Writing></ProficiencyLevel>
      <VerifiedBy><Certificate><Title>TOEIC</Title><Date year="2019"/></Certificate></VerifiedBy></ForeignLanguage>
     <ForeignLanguage><Description><Label>breton</Label></Description><ProficiencyLevel><Listening>A2</Listening><Reading>A2</Reading></ProficiencyLevel></ForeignLanguage>
    </ForeignLanguageList></Linguistic>
   <Computer><Description>&lt;ul&gt;&lt;li&gt;AutoCAD&lt;/li&gt;&lt;li&gt;Excel&lt;/li&gt;&lt;/ul&gt;</Description></Computer>
   <Driving><Description><Licence>B</Licence><Licence>C</Licence></Description></Driving>
  </Skills>
  <AchievementList>
   <Achievement><Title><Code>honors_awards</Code><Label>Prix</Label></Title><Description>Meilleur ouvrier</Description></Achievement>
   <Achievement><Title><Label>Voile</Label></Title><Description>&lt;p&gt;Deux régates&lt;/p&gt;</Description></Achievement>
  </AchievementList>
 </LearnerInfo>
 <AttachmentList><Attachment id="A"><Data>AAAA</Data></Attachment></AttachmentList>
</SkillsPassport>"#;

#[test]
fn a_skills_passport_is_read_whole() {
    let reading = understood(PASSPORT.as_bytes());
    assert_eq!((reading.format, reading.resume.language.as_str()), (Format::Europass, "fr"));
    expect![[r#"
        basics.name = Luc Morel
        basics.label = Soudeur
        basics.email = luc@example.org
        basics.phone = +33 6 00 00 00 00
        basics.url = https://luc.example
        basics.location = 3 rue du Port, 29200, Brest, France
        basics.profiles[0].network = Skype
        basics.profiles[0].username = luc.m
        work[0].name = Chantier Ouest
        work[0].position = Soudeur naval
        work[0].location = Brest
        work[0].startDate = 2012-04
        work[0].endDate = present
        work[0].summary = Soude.
        work[0].highlights[0] = Coques & ponts
        work[1].name = Quai Sud
        work[1].position = Aide
        work[1].startDate = 2008
        work[1].endDate = 2012-03-31
        education[0].institution = Lycée Vauban
        education[0].studyType = CAP Soudage
        education[0].area = Métaux
        education[0].startDate = 2006
        education[0].endDate = 2008
        education[0].highlights[0] = CEC 3
        skills[0].name = Digital skills
        skills[0].keywords[0] = AutoCAD
        skills[0].keywords[1] = Excel
        skills[1].name = Driving licence
        skills[1].keywords[0] = B
        skills[1].keywords[1] = C
        languages[0].language = français
        languages[0].fluency = Mother tongue
        languages[1].language = English
        languages[1].fluency = Listening B2, Reading C1, Writing B1
        languages[2].language = breton
        languages[2].fluency = A2
        certificates[0].name = TOEIC
        certificates[0].date = 2019
        awards[0].title = Meilleur ouvrier
        sections[0].title = Voile
        sections[0].items[0] = Deux régates
    "#]]
    .assert_eq(&shown(&reading, ""));
    let left = unplaced(&reading).join("\n");
    for kept in ["+33 2 00 00 00 00", "Industrie", "Masculin", "1980"] {
        assert!(left.contains(kept), "{kept} is lost: {left}");
    }
    assert!(!left.contains("AAAA") && !left.contains("ECV"), "{left}");
}

const CANDIDATE: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://o" xmlns:eures="http://e" xmlns:hr="http://h">
 <hr:DocumentID schemeID="1"/>
 <CandidateSupplier><hr:PartyName>Owner</hr:PartyName></CandidateSupplier>
 <CandidatePerson>
  <PersonName><oa:GivenName>Ana</oa:GivenName><hr:FamilyName>Novak</hr:FamilyName></PersonName>
  <Communication><ChannelCode>Email</ChannelCode><oa:URI>ana@example.org</oa:URI></Communication>
  <Communication><ChannelCode>Web</ChannelCode><oa:URI>https://ana.example/</oa:URI></Communication>
  <Communication><ChannelCode>Social Media</ChannelCode><UseCode>linkedin</UseCode><oa:URI>https://www.linkedin.com/in/ananovak/</oa:URI></Communication>
  <Communication><ChannelCode>Telephone</ChannelCode><UseCode>mobile</UseCode><CountryDialing>386</CountryDialing><oa:DialNumber>40 000 000</oa:DialNumber></Communication>
  <Communication><UseCode>home</UseCode><Address type="home"><oa:AddressLine>Trg 1</oa:AddressLine><oa:CityName>Maribor</oa:CityName><CountryCode>si</CountryCode><oa:PostalCode>2000</oa:PostalCode></Address></Communication>
  <NationalityCode>si</NationalityCode><hr:BirthDate>1990-01-02</hr:BirthDate>
  <PrimaryLanguageCode name="NORMAL">slv</PrimaryLanguageCode>
 </CandidatePerson>
 <CandidateProfile languageCode="en">
  <hr:ID schemeID="1"/>
  <hr:ExecutiveSummary>&lt;p&gt;Teaches.&lt;/p&gt;</hr:ExecutiveSummary>
  <EmploymentHistory><EmployerHistory><hr:OrganizationName>School One</hr:OrganizationName>
   <OrganizationContact><Communication><Address><oa:CityName>Maribor</oa:CityName><CountryCode>si</CountryCode></Address></Communication>
    <Communication><ChannelCode>Web</ChannelCode><oa:URI>https://one.example</oa:URI></Communication></OrganizationContact>
   <PositionHistory><PositionTitle typeCode="FREETEXT">Teacher</PositionTitle>
    <eures:EmploymentPeriod><eures:StartDate><hr:FormattedDateTime>2015-09</hr:FormattedDateTime></eures:StartDate><hr:CurrentIndicator>true</hr:CurrentIndicator></eures:EmploymentPeriod>
    <oa:Description>&lt;ol&gt;&lt;li data-list="bullet"&gt;&lt;span class="ql-ui"&gt;&lt;/span&gt;Maths&lt;/li&gt;&lt;/ol&gt;</oa:Description>
    <City>Maribor</City><Country>si</Country></PositionHistory></EmployerHistory></EmploymentHistory>
  <EducationHistory><EducationOrganizationAttendance><hr:OrganizationName>University</hr:OrganizationName><EducationLevelCode>7</EducationLevelCode>
   <AttendancePeriod><StartDate><hr:FormattedDateTime>2009</hr:FormattedDateTime></StartDate><EndDate><hr:FormattedDateTime>2014-06-30</hr:FormattedDateTime></EndDate><Ongoing>false</Ongoing></AttendancePeriod>
   <EducationDegree><hr:DegreeName>MA Education</hr:DegreeName><FinalGrade><hr:ScoreText>9/10</hr:ScoreText></FinalGrade>
    <Thesis>On numbers</Thesis></EducationDegree></EducationOrganizationAttendance></EducationHistory>
  <PersonQualifications>
   <PersonCompetency><hr:CompetencyID>eng</hr:CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID>
    <eures:CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Understanding-Listening</hr:CompetencyDimensionTypeCode><eures:Score><hr:ScoreText>C1</hr:ScoreText></eures:Score></eures:CompetencyDimension>
    <eures:CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Speaking-Interaction</hr:CompetencyDimensionTypeCode><eures:Score><hr:ScoreText>B2</hr:ScoreText></eures:Score></eures:CompetencyDimension></PersonCompetency>
   <PersonCompetency><hr:CompetencyID>Planning</hr:CompetencyID><hr:TaxonomyID>other</hr:TaxonomyID></PersonCompetency></PersonQualifications>
  <VoluntaryWorks><VoluntaryWork><Title>Coach</Title><Date><StartDate><hr:FormattedDateTime>2018</hr:FormattedDateTime></StartDate><Ongoing>true</Ongoing></Date><oa:Description>&lt;p&gt;Chess&lt;/p&gt;</oa:Description></VoluntaryWork></VoluntaryWorks>
  <ConferencesAndSeminars><ConferenceAndSeminar><Title>Maths Days</Title><Date><StartDate><hr:FormattedDateTime>2019-05</hr:FormattedDateTime></StartDate></Date><Location>Bled</Location><oa:Description>&lt;p&gt;Spoke&lt;/p&gt;</oa:Description></ConferenceAndSeminar></ConferencesAndSeminars>
  <Others><Title>Driving</Title><Other><Title>Licence</Title><oa:Description>B</oa:Description></Other></Others>
  <Attachment><EmbeddedData>AAAA</EmbeddedData></Attachment>
 </CandidateProfile>
 <RenderingInformation><Design><Template>T</Template></Design></RenderingInformation>
</Candidate>"#;

#[test]
fn a_candidate_is_read_whole() {
    let reading = understood(CANDIDATE.as_bytes());
    expect![[r#"
        basics.name = Ana Novak
        basics.email = ana@example.org
        basics.phone = +386 40 000 000
        basics.url = https://ana.example/
        basics.location = Trg 1, 2000, Maribor, SI
        basics.summary = Teaches.
        basics.profiles[0].network = LinkedIn
        basics.profiles[0].username = ananovak
        basics.profiles[0].url = https://www.linkedin.com/in/ananovak/
        work[0].name = School One
        work[0].position = Teacher
        work[0].location = Maribor, SI
        work[0].url = https://one.example
        work[0].startDate = 2015-09
        work[0].endDate = present
        work[0].highlights[0] = Maths
        volunteer[0].position = Coach
        volunteer[0].startDate = 2018
        volunteer[0].endDate = present
        volunteer[0].summary = Chess
        education[0].institution = University
        education[0].studyType = MA Education
        education[0].startDate = 2009
        education[0].endDate = 2014-06-30
        education[0].score = 9/10
        education[0].highlights[0] = On numbers
        skills[0].name = Planning
        languages[0].language = Slovenian
        languages[0].fluency = Mother tongue
        languages[1].language = English
        languages[1].fluency = Listening C1, Spoken interaction B2
        sections[0].title = Conferences and seminars
        sections[0].items[0] = Maths Days, Bled, 2019-05
        sections[0].items[1] = Spoke
        sections[1].title = Driving
        sections[1].items[0] = Licence
        sections[1].items[1] = B
    "#]]
    .assert_eq(&shown(&reading, ""));
    let left = unplaced(&reading).join("\n");
    for kept in ["1990-01-02", "NationalityCode: si"] {
        assert!(left.contains(kept), "{kept} is lost: {left}");
    }
    assert!(!left.contains("AAAA") && !left.contains("Owner"), "{left}");
}

#[test]
fn entities_in_a_europass_are_refused() {
    let bomb = PASSPORT.replacen(
        "<SkillsPassport",
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><SkillsPassport",
        1,
    );
    assert_eq!(understand(bomb.as_bytes()), Err(Error::Damaged));
}
