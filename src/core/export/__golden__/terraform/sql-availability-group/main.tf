# Floatpath: SQL Server availability group
# Note: What is inside a guest is not part of Azure; see the formats for guests: “sql1”, “sql2”, “sql1-nic” and 1 more.
# Note: Listeners are not part of Azure: “service-1433”, “service-59999”, “service-58888” and 1 more.
# Note: Who holds the address of a frontend is not part of Azure: “listener”, “cluster”.
# Note: The provider reads the subscription from the environment variable ARM_SUBSCRIPTION_ID.

terraform {
  required_providers {
    azurerm = { source = "hashicorp/azurerm", version = "~> 5.0" }
  }
}

provider "azurerm" {
  features {}
}

variable "resource_group_name" {
  description = "The resource group, which exists."
  type        = string
}

variable "admin_password" {
  description = "Password of the administrator of every machine."
  type        = string
  sensitive   = true
}

data "azurerm_resource_group" "main" {
  name = var.resource_group_name
}

resource "azurerm_virtual_network" "vnet" {
  name                = "vnet"
  resource_group_name = data.azurerm_resource_group.main.name
  location            = data.azurerm_resource_group.main.location
  address_space       = ["10.0.0.0/16"]
}

resource "azurerm_subnet" "snet" {
  name                 = "snet"
  resource_group_name  = data.azurerm_resource_group.main.name
  virtual_network_name = azurerm_virtual_network.vnet.name
  address_prefixes     = ["10.0.0.0/24"]
}

resource "azurerm_lb" "lb" {
  name                = "lb"
  resource_group_name = data.azurerm_resource_group.main.name
  location            = data.azurerm_resource_group.main.location
  sku                 = "Standard"
  sku_tier            = "Regional"

  frontend_ip_configuration {
    name                          = "listener"
    subnet_id                     = azurerm_subnet.snet.id
    private_ip_address            = "10.0.0.10"
    private_ip_address_allocation = "Static"
    private_ip_address_version    = "IPv4"
  }

  frontend_ip_configuration {
    name                          = "cluster"
    subnet_id                     = azurerm_subnet.snet.id
    private_ip_address            = "10.0.0.11"
    private_ip_address_allocation = "Static"
    private_ip_address_version    = "IPv4"
  }
}

resource "azurerm_lb_backend_address_pool" "pool" {
  name            = "pool"
  loadbalancer_id = azurerm_lb.lb.id
}

resource "azurerm_lb_probe" "listener" {
  name                = "listener"
  loadbalancer_id     = azurerm_lb.lb.id
  protocol            = "Tcp"
  port                = 59999
  interval_in_seconds = 5
}

resource "azurerm_lb_probe" "cluster" {
  name                = "cluster"
  loadbalancer_id     = azurerm_lb.lb.id
  protocol            = "Tcp"
  port                = 58888
  interval_in_seconds = 5
}

resource "azurerm_lb_rule" "listener" {
  name                           = "listener"
  loadbalancer_id                = azurerm_lb.lb.id
  frontend_ip_configuration_name = "listener"
  backend_address_pool_ids       = [azurerm_lb_backend_address_pool.pool.id]
  probe_id                       = azurerm_lb_probe.listener.id
  protocol                       = "Tcp"
  frontend_port                  = 1433
  backend_port                   = 1433
  floating_ip_enabled            = true
  tcp_reset_enabled              = false
  load_distribution              = "Default"
  idle_timeout_in_minutes        = 4
  disable_outbound_snat          = true
}

resource "azurerm_lb_rule" "cluster" {
  name                           = "cluster"
  loadbalancer_id                = azurerm_lb.lb.id
  frontend_ip_configuration_name = "cluster"
  backend_address_pool_ids       = [azurerm_lb_backend_address_pool.pool.id]
  probe_id                       = azurerm_lb_probe.cluster.id
  protocol                       = "Tcp"
  frontend_port                  = 58888
  backend_port                   = 58888
  floating_ip_enabled            = true
  tcp_reset_enabled              = false
  load_distribution              = "Default"
  idle_timeout_in_minutes        = 4
  disable_outbound_snat          = true
}

resource "azurerm_network_interface" "sql1_nic" {
  name                  = "sql1-nic"
  resource_group_name   = data.azurerm_resource_group.main.name
  location              = data.azurerm_resource_group.main.location
  ip_forwarding_enabled = false

  ip_configuration {
    name                          = "ipconfig1"
    primary                       = true
    subnet_id                     = azurerm_subnet.snet.id
    private_ip_address            = "10.0.0.7"
    private_ip_address_allocation = "Static"
    private_ip_address_version    = "IPv4"
  }
}

resource "azurerm_network_interface" "sql2_nic" {
  name                  = "sql2-nic"
  resource_group_name   = data.azurerm_resource_group.main.name
  location              = data.azurerm_resource_group.main.location
  ip_forwarding_enabled = false

  ip_configuration {
    name                          = "ipconfig1"
    primary                       = true
    subnet_id                     = azurerm_subnet.snet.id
    private_ip_address            = "10.0.0.8"
    private_ip_address_allocation = "Static"
    private_ip_address_version    = "IPv4"
  }
}

resource "azurerm_windows_virtual_machine" "sql1" {
  name                  = "sql1"
  computer_name         = "sql1"
  resource_group_name   = data.azurerm_resource_group.main.name
  location              = data.azurerm_resource_group.main.location
  size                  = "Standard_B2s"
  admin_username        = "azureuser"
  admin_password        = var.admin_password
  network_interface_ids = [azurerm_network_interface.sql1_nic.id]

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "StandardSSD_LRS"
  }

  source_image_reference {
    publisher = "MicrosoftWindowsServer"
    offer     = "WindowsServer"
    sku       = "2022-datacenter-azure-edition-core"
    version   = "latest"
  }
}

resource "azurerm_windows_virtual_machine" "sql2" {
  name                  = "sql2"
  computer_name         = "sql2"
  resource_group_name   = data.azurerm_resource_group.main.name
  location              = data.azurerm_resource_group.main.location
  size                  = "Standard_B2s"
  admin_username        = "azureuser"
  admin_password        = var.admin_password
  network_interface_ids = [azurerm_network_interface.sql2_nic.id]

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "StandardSSD_LRS"
  }

  source_image_reference {
    publisher = "MicrosoftWindowsServer"
    offer     = "WindowsServer"
    sku       = "2022-datacenter-azure-edition-core"
    version   = "latest"
  }
}

resource "azurerm_network_interface_backend_address_pool_association" "sql1_nic_ipconfig1__pool" {
  network_interface_id    = azurerm_network_interface.sql1_nic.id
  ip_configuration_name   = "ipconfig1"
  backend_address_pool_id = azurerm_lb_backend_address_pool.pool.id
}

resource "azurerm_network_interface_backend_address_pool_association" "sql2_nic_ipconfig1__pool" {
  network_interface_id    = azurerm_network_interface.sql2_nic.id
  ip_configuration_name   = "ipconfig1"
  backend_address_pool_id = azurerm_lb_backend_address_pool.pool.id
}
