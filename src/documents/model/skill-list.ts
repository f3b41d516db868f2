/**
 * Skills by field, one a line: the name as shown, then other ways to write it. Written for this product;
 * a name ending in `!` is also an everyday word and counts only where it is written just so or listed as a skill.
 */
export const SKILL_LIST = `
# programming languages
JavaScript, js, ecmascript, es6, java script
TypeScript
Java, core java, java 8, java 11, java 17
Python, python3, python 3
C!
C++, cpp
C#, c sharp, csharp
Objective-C
Go!, golang
Rust!
Ruby
PHP
Perl
R!
Swift!
Kotlin
Scala
Haskell
Erlang
Elixir
Clojure
F#
Dart!
Lua
Julia!
MATLAB
Fortran
COBOL
Pascal, delphi
Visual Basic, vb, vb.net, vba
Assembly, assembler
Groovy
Shell, shell scripting, bash, unix shell, shell script
PowerShell
SQL, structured query language
PL/SQL, plsql, pl sql
T-SQL, tsql, transact-sql
ABAP, sap abap
Apex!
Solidity
CUDA
VHDL
Verilog, systemverilog
LaTeX
# web
HTML, html5, html 5, xhtml
CSS, css3, css 3
Sass, scss
Less!
XML
JSON
AJAX
React, react.js, reactjs
React Native
Redux
Next.js, nextjs
Vue.js, vue, vuejs
Nuxt.js, nuxt
Angular, angularjs, angular.js, angular js
Svelte
jQuery
Bootstrap!
Tailwind CSS, tailwind
Backbone.js, backbone
Ember.js
Node.js, nodejs, node js
Express!, express.js, expressjs
NestJS, nest.js
Webpack
Vite
REST!, rest api, rest apis, restful, restful apis, restful api, rest services, restful web services
GraphQL
gRPC
SOAP, soap web services
Web services, webservices
WebSocket, websockets
OAuth
WordPress
Drupal
Joomla
Magento
Shopify
Accessibility, wcag, a11y
SEO, search engine optimization, search engine optimisation
Web development, web design
# frameworks
Spring!, spring framework
Spring Boot, springboot
Spring MVC
Hibernate
JPA
J2EE, java ee, jee, jakarta ee
JSP
Servlets, servlet
Struts
JSF
EJB
JDBC
JMS
JUnit
Maven
Gradle
Ant!
Django
Flask
FastAPI
Ruby on Rails, rails
Laravel
Symfony
CodeIgniter
.NET, dotnet, .net framework, dot net
.NET Core
ASP.NET, asp .net
ASP.NET MVC
Entity Framework
WPF
WCF
LINQ
Xamarin
Flutter
Ionic
Android, android sdk, android development
iOS
SwiftUI
Unity!, unity3d
Unreal Engine
OpenGL
Qt
MVC
Microservices, microservice architecture
Design patterns
Object-oriented programming, oop, oops, object oriented programming, ood
Functional programming
Data structures
Algorithms
Multithreading
# data stores
MySQL
PostgreSQL, postgres
SQL Server, ms sql, mssql, microsoft sql server, ms sql server, sql server 2008, sql server 2012
Oracle, oracle database, oracle 11g, oracle 10g, oracle 12c
SQLite
MariaDB
DB2, ibm db2
Sybase
Teradata
MongoDB, mongo
Cassandra
Redis
DynamoDB
Couchbase
Neo4j
Elasticsearch, elastic search, elk, elk stack
Solr
NoSQL
Snowflake
BigQuery
Redshift
Firebase
HBase
Microsoft Access, ms access
ORM
Database design, data modeling, data modelling
Database administration, dba
Databases, database management, dbms, rdbms
# cloud and operations
AWS, amazon web services
EC2
S3
RDS
AWS Lambda, lambda
CloudFormation
Azure, microsoft azure
Google Cloud, gcp, google cloud platform
Heroku
DigitalOcean
Docker
Kubernetes, k8s
OpenShift
Helm!
Terraform
Ansible
Puppet!
Chef!
Vagrant
Jenkins
GitHub Actions
GitLab CI, gitlab
CircleCI
Travis CI
CI/CD, continuous integration, continuous delivery, continuous deployment, ci cd
DevOps
Site reliability engineering, sre
Prometheus
Grafana
Datadog
Splunk
Nagios
New Relic
Nginx
Apache, apache http server
Tomcat, apache tomcat
JBoss, wildfly
WebLogic
WebSphere
IIS
Kafka, apache kafka
RabbitMQ
ActiveMQ
Linux
Unix
Ubuntu
Red Hat, rhel, red hat enterprise linux
CentOS
Debian
Windows, windows xp, windows 7, windows 8, windows 10, windows 98, ms windows
Windows Server, windows server 2008, windows server 2012
macOS, mac os, os x
Solaris
AIX
VMware, vsphere, esxi
Hyper-V
Citrix
Active Directory
Exchange Server, microsoft exchange
Office 365, microsoft 365
LDAP
DNS
DHCP
TCP/IP, tcp ip
VPN
LAN
WAN
Routing and switching, routing, switching
Firewalls, firewall
Load balancing
Cisco, ccna, ccnp
Network administration, networking, network security
System administration, systems administration
Server administration
Virtualization
Cloud computing
Troubleshooting
Technical support, it support, help desk, helpdesk
ITIL
ServiceNow
Backup and recovery, disaster recovery
Information security, cybersecurity, cyber security
Penetration testing, ethical hacking
SIEM
Vulnerability assessment
Cryptography
Identity and access management, iam
SOC 2
ISO 27001
GDPR
# tools of the trade
Git
GitHub
Bitbucket
SVN, subversion
CVS
TFS, team foundation server
Perforce
JIRA
Confluence
Trello
Asana
Slack!
Eclipse
IntelliJ IDEA, intellij
NetBeans
Visual Studio
Visual Studio Code, vs code, vscode
PyCharm
Android Studio
Xcode
Postman
Swagger, openapi
Vim
Toad
PuTTY
# testing
Selenium, selenium webdriver
Cypress
Playwright
Appium
TestNG
Cucumber
JMeter
LoadRunner
QTP, uft
HP ALM, quality center, hp quality center
SoapUI
Postman
Manual testing
Automation testing, test automation, automated testing
Functional testing
Regression testing
Performance testing, load testing
Unit testing
Integration testing
User acceptance testing, uat
Black box testing
Smoke testing
Test cases, test case design
Test planning, test plan
Quality assurance, qa
Bug tracking, defect tracking, bugzilla
# data and AI
Machine learning, ml
Deep learning
Artificial intelligence
Natural language processing, nlp
Computer vision
Reinforcement learning
Large language models, llm, llms
Generative AI
Prompt engineering
Neural networks
TensorFlow
PyTorch
Keras
JAX
scikit-learn, sklearn
pandas
NumPy
SciPy
OpenCV
ONNX
Hugging Face
Spark, apache spark, pyspark
Hadoop
Hive!
Pig!
Sqoop
Flume
MapReduce
Airflow, apache airflow
Flink
Storm!
dbt
ETL
Informatica
DataStage
SSIS
SSRS
SSAS
Talend
Pentaho
Tableau
Power BI, powerbi
Looker
QlikView, qlik sense, qlik
MicroStrategy
Cognos
Business Objects, sap bo, sap business objects
Crystal Reports
Data analysis, data analytics
Data visualization, data visualisation
Data mining
Data warehousing, data warehouse
Data science
Data engineering
Data entry
Big data
Business intelligence
Predictive modeling, predictive modelling
Statistics, statistical analysis
SPSS
SAS
Stata
A/B testing
Web scraping
Google Analytics
Time series analysis
Bioinformatics
# robotics, electronics, engineering
Robotics
ROS, robot operating system, ros2
SLAM
Motion planning
Control systems
PLC, plc programming
SCADA
HMI
Embedded systems, embedded c, embedded software
Firmware
RTOS
Microcontrollers, microcontroller
Arduino
Raspberry Pi
FPGA
PCB design
Altium
Eagle!
LabVIEW
Simulink
Signal processing, dsp
Sensors!
IoT, internet of things
Power electronics
Circuit design
AutoCAD, auto cad
SolidWorks, solid works
CATIA
Creo, pro/engineer, pro/e
Inventor!
NX, unigraphics
ANSYS
Fusion 360
Revit
BIM
SketchUp
STAAD Pro, staad
Primavera
GIS, arcgis, qgis
CNC, cnc programming, cnc machining
CAM
3D printing, additive manufacturing
GD&T
Finite element analysis, fea
CFD
Thermodynamics
Fluid mechanics
HVAC
Piping
Structural engineering, structural analysis
Surveying
Lean manufacturing, lean
Six Sigma, six sigma green belt, six sigma black belt
Kaizen
5S
TPM
FMEA
Root cause analysis
Quality control, quality management
ISO 9001
Preventive maintenance, maintenance
Process improvement, continuous improvement
Production planning
Mechanical design
Product design
Product development
Automotive!
CAN bus
Renewable energy
Solar!
# business software
SAP
SAP FICO, sap fi, sap co
SAP MM
SAP SD
SAP PP
SAP HANA, s/4hana, sap s/4hana, hana
SAP BW
SAP CRM
SAP Fiori
SAP HR, sap hcm
SuccessFactors
Oracle EBS, oracle e-business suite
Oracle Fusion
PeopleSoft
Hyperion, oracle hyperion, essbase
Workday
Salesforce, salesforce.com, sfdc
HubSpot
Zoho
Microsoft Dynamics, dynamics 365, dynamics crm
NetSuite
Siebel
SharePoint
Pega
Appian
UiPath
Blue Prism
Automation Anywhere
RPA, robotic process automation
ERP
CRM, customer relationship management
Microsoft Office, ms office, ms-office, office suite
Microsoft Excel, excel, ms excel, ms-excel
Microsoft Word, ms word, ms-word
PowerPoint, ms powerpoint, microsoft powerpoint, ms-powerpoint
Outlook!, ms outlook, microsoft outlook
Microsoft Project, ms project
Visio, ms visio, microsoft visio
Google Workspace, g suite, google docs, google sheets
Lotus Notes
# design and media
Photoshop, adobe photoshop
Illustrator!, adobe illustrator
InDesign, adobe indesign
Premiere, adobe premiere, premiere pro
After Effects, adobe after effects
Lightroom
Adobe XD
Adobe Creative Suite, creative suite, adobe suite, creative cloud, adobe creative cloud
Acrobat, adobe acrobat
Dreamweaver
Flash!, adobe flash
Figma
Sketch!
InVision
Zeplin
CorelDRAW, corel draw
Blender!
Maya!
3ds Max
Cinema 4D
ZBrush
Final Cut Pro, final cut
Avid!, avid media composer
Pro Tools
UX design, user experience, ux
UI design, user interface design, ui
User research
Wireframing, wireframes
Prototyping
Interaction design
Visual design
Graphic design
Typography
Branding
Illustration!
Animation
Motion graphics
Video editing
Photography
Copywriting
Editing!
Proofreading
Technical writing
Content writing, content creation
Journalism
Translation!
Storytelling
# marketing and sales
Marketing
Digital marketing
Content marketing
Email marketing
Social media marketing, social media
Product marketing
Marketing automation
Marketo
Mailchimp
Hootsuite
Google Ads, google adwords, adwords
Facebook Ads
SEM, search engine marketing, ppc
Campaign management
Lead generation
Market research
Public relations
Advertising
Event management, event planning
Brand management
Affiliate marketing
E-commerce, ecommerce
Sales
Inside sales
B2B, b2b sales
B2C
Business development
Account management, key account management
Client relations, client relationship management
Customer service, customer support, customer care
Customer success
Cold calling
Negotiation, negotiation skills
Sales management
Channel sales
Retail, retail sales
Merchandising
Pricing!
Forecasting, sales forecasting
Territory management
Presentation skills, presentations
Telemarketing
# finance, law, administration
Accounting, accountancy
Bookkeeping
Financial analysis
Financial modeling, financial modelling
Financial reporting
Budgeting, budget management
Auditing, audit, internal audit
Taxation, tax
GST
Payroll
Accounts payable
Accounts receivable
General ledger
Reconciliation, bank reconciliation
Cost accounting
IFRS
GAAP, us gaap
Tally, tally erp
QuickBooks
Xero
DATEV
Sage!
Risk management
Risk analysis
Compliance
AML, anti-money laundering
KYC
Investment banking
Portfolio management
Equity research
Trading!
Derivatives
Valuation
Mergers and acquisitions, m&a
Treasury
Credit analysis
Insurance
Underwriting
Actuarial
Bloomberg, bloomberg terminal
Invoicing, billing
Cash management
Contract law
Contract negotiation
Litigation
Legal research
Intellectual property
Contract management
Office administration, office management
Administration!
Data management
Documentation!
Scheduling!
Filing!
Reporting!
Typing!
# people and management
Project management
Program management
Product management
Agile, agile methodology, agile methodologies
Scrum
Kanban
SAFe!
Waterfall!
SDLC, software development life cycle
PMP
PRINCE2
Stakeholder management
Change management
Requirements gathering, requirement gathering, requirements analysis, requirement analysis
Business analysis
Business process improvement
Strategic planning, strategy
Operations management
Team management, team leadership
People management
Leadership
Teamwork, team work, team player
Communication, communication skills
Interpersonal skills
Problem solving, problem-solving
Critical thinking
Analytical skills
Time management
Decision making
Conflict resolution
Adaptability
Creativity
Attention to detail
Multitasking, multi-tasking
Organization skills, organizational skills
Public speaking
Mentoring
Coaching
Training!
Research!
Vendor management
Procurement, purchasing
Supply chain management, supply chain
Logistics
Inventory management, inventory control
Warehouse management
Fleet management
Import and export
Facilities management
Human resources, hr
Recruitment, recruiting
Talent acquisition
Sourcing!
Onboarding
Employee relations
Performance management
Compensation and benefits
Labor law, employment law
Training and development
Employee engagement
HRIS
Organizational development
Workforce planning
Applicant tracking systems
# health and care
Nursing
Patient care
Registered nurse
Critical care
Intensive care, icu
Emergency care
First aid
CPR, bls
ACLS
Phlebotomy
Medication administration
Wound care
Vital signs
Triage!
Pediatrics
Geriatrics, elderly care
Palliative care
Mental health
Psychiatry
Surgery!
Anesthesia
Radiology
Physiotherapy, physical therapy
Occupational therapy
Pharmacy
Pharmacology
Clinical research
Clinical trials
Good clinical practice, gcp guidelines
GMP
Laboratory techniques
PCR
Cell culture
HPLC
Electronic health records, ehr, emr
Epic!
Cerner
Medical terminology
Medical coding, icd-10
HIPAA
Infection control
Case management
Counseling, counselling
Nutrition
Childcare
Social work
# teaching
Teaching
Curriculum development, curriculum design
Lesson planning
Classroom management
E-learning
Special education
Tutoring
# trades, transport, hospitality
Welding, mig welding, tig welding
Plumbing
Carpentry
Electrical installation, electrical wiring, wiring
Masonry
Painting!
Roofing
Machining
Milling
Blueprint reading
Power tools
Forklift, forklift operation
Crane operation
Heavy equipment
Driving, driving license, driver's license
CDL
Landscaping
Auto repair
Diagnostics!
Brake systems
Assembly line
Packaging!
Food preparation
Food safety, haccp, servsafe
Cooking
Baking
Bartending
Barista
Hospitality
Housekeeping
Front desk, reception
POS, point of sale
Cash handling
Table service
Catering
Security!
Surveillance!
Occupational safety, workplace safety, osha, health and safety
Hazardous materials
# other tongues of the field
Buchhaltung
Projektmanagement
Vertrieb
Kundenbetreuung
Personalwesen
Comptabilité
Gestion de projet
Contabilidad
Gestión de proyectos
Contabilidade
Contabilità
Boekhouding
Księgowość
`
